import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openScriptPages } from './script-page.ts';

const article = `<div class="article-body"><div class="copy">
<p>A <a href="https://a.example/report">report</a>, the <a href="https://b.example/%EC%84%9C%EC%9A%B8">city</a>,
<a href="https://c.example/">c.example</a>, <a href="/here/">here</a>, <a href="https://a.example/report">once more</a>.</p>
<details id="shut"><summary>More</summary><p><a href="https://d.example/x">Within</a></p></details>
<details id="open" open><summary>Open</summary><p>Text</p></details>
</div></div>
<footer class="article-footer"><p><a href="https://e.example/">Source</a></p></footer>`;

const state = (page: Page) =>
  page.evaluate(() => ({
    text: document.querySelector('.copy p')?.textContent?.replaceAll(/\s+/g, ' '),
    marks: document.querySelectorAll('sup').length,
    list: [...document.querySelectorAll('.article > .paper-links:last-child > li')].map(
      (item) => item.textContent,
    ),
    open: [...document.querySelectorAll('details')].map(({ open }) => open),
    paper: 'paper' in document.documentElement.dataset,
  }));

const untouched = {
  text: 'A report, the city, c.example, here, once more.',
  marks: 0,
  list: [],
  open: [false, true],
  paper: false,
};

test('printing an article', async (t) => {
  const open = await openScriptPages(t);
  if (!open) return;
  const fire = (page: Page, name: string) =>
    page.evaluate((name) => dispatchEvent(new Event(name)), name);

  await t.test('numbers and lists links, and undoes it afterwards', async () => {
    const page = await open({ article });
    await fire(page, 'beforeprint');
    const printed = {
      text: 'A report[1], the city[2], c.example, here, once more[1].',
      marks: 5,
      list: [
        'https://a.example/report',
        'https://b.example/서울',
        'https://d.example/x',
        'https://e.example/',
      ],
      open: [true, true],
      paper: true,
    };
    assert.deepEqual(await state(page), printed);
    await fire(page, 'beforeprint');
    assert.deepEqual(await state(page), printed);
    await fire(page, 'afterprint');
    assert.deepEqual(await state(page), untouched);
    await fire(page, 'beforeprint');
    assert.deepEqual(await state(page), printed);
  });

  await t.test('adds no list to an article without links', async () => {
    const page = await open({ article: '<div class="copy"><p>Text</p></div>' });
    await fire(page, 'beforeprint');
    assert.equal(await page.locator('.paper-links').count(), 0);
  });

  await t.test('happens when the browser prints', async () => {
    const page = await open({ article });
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const { length } = document.querySelectorAll('.paper-links > li');
        document.documentElement.dataset['listed'] = `${length}`;
      });
    });
    await page.pdf();
    assert.equal(await page.getAttribute('html', 'data-listed'), '4');
    assert.deepEqual(await state(page), untouched);
  });
});
