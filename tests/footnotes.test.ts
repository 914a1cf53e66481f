import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openScriptPages } from './script-page.ts';

const mark = (number: string, id: string) =>
  `<sup><a href="#ui-fn-${number}" id="ui-fnref-${id}" class="footnote-ref" aria-describedby="ui-footnotes">${number}</a></sup>`;

const article = `<div class="article-body"><div class="copy">
<h2 id="h">A heading${mark('3', '3')}</h2>
<p id="p-1">One${mark('1', '1')}, two${mark('2', '2')}, again${mark('1', '1-2')}.</p>
<ul><li id="item">An item${mark('1', '1-3')}<ul><li>within</li></ul></li></ul>
<table><tr><td id="cell">A cell${mark('2', '2-2')}</td></tr></table>
<p id="end">The end.</p>
<section class="footnotes" aria-labelledby="ui-footnotes"><h2 id="ui-footnotes">Footnotes</h2>
<ol>
<li id="ui-fn-1"><p id="p-fn">First <em id="user-content-x">note</em>, see${mark('2', '2-3')}. <a href="#ui-fnref-1" class="footnote-back">↩︎</a></p></li>
<li id="ui-fn-2"><p>Second. <a href="#ui-fnref-2" class="footnote-back">↩︎</a></p></li>
<li id="ui-fn-3"><p>Third. <a href="#ui-fnref-3" class="footnote-back">↩︎</a></p></li>
</ol></section></div></div>`;

/** Open notes in page order: the element before or around each, and its text. */
const notes = (page: Page) =>
  page.$$eval('.note-in-place', (asides) =>
    asides.map((aside) => {
      const before = aside.previousElementSibling;
      const place = before?.id ? `after ${before.id}` : `in ${aside.parentElement?.id}`;
      return `${place}: ${aside.querySelector('div')?.firstElementChild?.textContent?.trim()}`;
    }),
  );
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
const toggle = async (page: Page, id: string) => {
  const expanded = await page.getAttribute(`#ui-fnref-${id}`, 'aria-expanded');
  await page.click(`#ui-fnref-${id}`);
  await page.waitForSelector(`#ui-fnref-${id}:not([aria-expanded="${expanded}"])`);
};

test('footnotes in place', async (t) => {
  const open = await openScriptPages(t);
  if (!open) return;

  await t.test(
    'open after their paragraph, in the order of their marks, and close again',
    async () => {
      const page = await open({ article });
      assert.equal(await page.getAttribute('#ui-fnref-1', 'aria-expanded'), 'false');
      await toggle(page, '2');
      await toggle(page, '1');
      await toggle(page, '1-2');
      assert.deepEqual(await notes(page), [
        'after p-1: First note, see2.',
        'after ui-note-2: Second.',
        'after ui-note-1: First note, see2.',
      ]);
      assert.equal(await page.getAttribute('#ui-fnref-1', 'aria-controls'), 'ui-note-2');
      assert.equal(new URL(page.url()).hash, '');
      const ids = await page.$$eval('[id]', (all) => all.map((element) => element.id));
      assert.equal(new Set(ids).size, ids.length);
      const aside = page.locator('.note-in-place').first();
      assert.equal(await aside.getAttribute('aria-label'), 'Footnotes 1');
      assert.equal(await aside.locator('a.number').getAttribute('href'), '#ui-fn-1');
      assert.equal(await aside.locator('.footnote-back').count(), 0);
      await toggle(page, '1');
      assert.equal((await notes(page)).length, 2);
      assert.equal(await page.getAttribute('#ui-fnref-1', 'aria-controls'), null);
    },
  );

  await t.test('open after headings, in items before an inner list, and in cells', async () => {
    const page = await open({ article });
    for (const id of ['3', '1-3', '2-2']) await toggle(page, id);
    assert.deepEqual(await notes(page), [
      'after h: Third.',
      'in item: First note, see2.',
      'in cell: Second.',
    ]);
    assert.equal(await page.$eval('#item', (item) => item.lastElementChild?.localName), 'ul');
  });

  await t.test('open within each other, and Escape closes the inner one only', async () => {
    const page = await open({ article });
    await page.focus('#ui-fnref-1');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#ui-note-1');
    assert.equal(await focused(page), 'ui-note-1');
    await page.focus('#ui-note-1 .footnote-ref');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#ui-note-1 #ui-note-2');
    assert.equal(await focused(page), 'ui-note-2');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.note-in-place').count(), 1);
    assert.equal(await focused(page), 'footnote-ref');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.note-in-place').count(), 0);
    assert.equal(await focused(page), 'ui-fnref-1');
  });

  await t.test('have a button that closes them and gives the focus back', async () => {
    const page = await open({ article });
    await toggle(page, '2');
    await page.click('.note-in-place button[aria-label="Close"]');
    assert.equal(await page.locator('.note-in-place').count(), 0);
    assert.equal(await focused(page), 'ui-fnref-2');
  });

  await t.test('are not copied into a note if open in the list of footnotes', async () => {
    const page = await open({ article });
    await toggle(page, '2-3');
    await toggle(page, '1');
    assert.deepEqual(await notes(page), [
      'after p-1: First note, see2.',
      'after p-fn: Second.',
    ]);
  });

  await t.test('leave their marks links, and link to the list of footnotes', async () => {
    const page = await open({ article });
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.click('#ui-fnref-1', { modifiers: ['ControlOrMeta'] }),
    ]);
    await tab.close();
    assert.equal(await page.locator('.note-in-place').count(), 0);
    await toggle(page, '1');
    await page.click('.note-in-place .number');
    assert.equal(new URL(page.url()).hash, '#ui-fn-1');
  });

  await t.test('fit 360 px in both directions, with targets of 44 px', async () => {
    for (const direction of ['ltr', 'rtl']) {
      const page = await open({ article, direction, viewport: { width: 360, height: 640 } });
      await toggle(page, '1');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(wide, 360);
      for (const part of ['a.number', 'button']) {
        const box = await page.locator(`.note-in-place > ${part}`).boundingBox();
        assert.ok(box && box.width >= 44 && box.height >= 44, `${part} ${JSON.stringify(box)}`);
      }
    }
  });

  await t.test('are not printed', async () => {
    const page = await open({ article });
    await toggle(page, '1');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.isVisible('.note-in-place'), false);
  });
});
