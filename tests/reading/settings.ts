import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { readingPages } from '../reading-content.ts';
import { type Reader, until } from './reader.ts';

const looks = (page: Page) =>
  page.evaluate(() => {
    const text = getComputedStyle(document.querySelector('.copy p') ?? document.body);
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      size: Number.parseFloat(text.fontSize),
      leading: Number.parseFloat(text.lineHeight) / Number.parseFloat(text.fontSize),
      face: text.fontFamily.split(',')[0],
      width: document.querySelector('.copy')?.getBoundingClientRect().width ?? 0,
    };
  });

const open = async (page: Page, button = '.masthead .settings-button') => {
  await page.click(button);
  await page.waitForSelector('#ui-settings[open]');
};

const choose = (page: Page, name: string, value: string) =>
  page.check(`#ui-settings input[name="${name}"][value="${value}"]`);

/** A reader's settings apply to every page, before the first paint, until they are reset. */
export async function testSettings(t: TestContext, reader: Reader): Promise<void> {
  await t.test('change this page and the next, and one click resets them', () =>
    reader.open(readingPages.article, { kept: { 'dateline:fonts': '1' } }, async (page) => {
      const before = await looks(page);
      await open(page);
      await choose(page, 'theme', 'dark');
      await choose(page, 'face', 'sans');
      await choose(page, 'width', 'wide');
      await choose(page, 'spacing', 'loose');
      await page.click('#ui-settings [data-step="1"]');
      await page.click('#ui-settings [data-step="1"]');
      assert.equal(await page.textContent('#ui-settings output'), '126 %');
      const after = await looks(page);
      assert.notEqual(after.paper, before.paper);
      assert.notEqual(after.face, before.face);
      assert.ok(after.size > before.size * 1.2 && after.size < before.size * 1.3);
      assert.ok(after.leading > before.leading * 1.1);
      assert.ok(after.width > before.width * 1.3);

      await page.goto(reader.site + readingPages.old);
      const next = await looks(page);
      assert.deepEqual(next, { ...after, width: next.width });
      await open(page);
      assert.ok(await page.isChecked('#ui-settings input[name="theme"][value="dark"]'));
      await page.click('#ui-settings .reset');
      assert.deepEqual({ ...(await looks(page)), width: 0 }, { ...before, width: 0 });
      const kept = () => page.evaluate(() => localStorage.getItem('dateline:settings'));
      assert.equal(await kept(), null);
    }),
  );

  await reader.open(
    '/404.html',
    {
      before: () => {
        // The look of the page when the first text can be painted.
        new MutationObserver((_, observer) => {
          if (!document.querySelector('h1')) return;
          observer.disconnect();
          const { dataset } = document.documentElement;
          Object.assign(window, { first: `${dataset['theme']} ${dataset['size']}` });
        }).observe(document, { childList: true, subtree: true });
      },
    },
    async (page) => {
      const keep = (value: string) =>
        page.evaluate((value) => localStorage.setItem('dateline:settings', value), value);

      for (const theme of ['light', 'sepia', 'dark', 'high-contrast'])
        await t.test(`apply at the first paint: ${theme}`, async () => {
          await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
          await keep(JSON.stringify({ theme, size: '4' }));
          await page.goto(reader.site + readingPages.article);
          assert.equal(await page.evaluate(() => Reflect.get(window, 'first')), `${theme} 4`);
        });

      for (const kept of ['', 'null', '[]', '{"theme":5}', '{"theme":"\\"><b>"}', 'broken{'])
        await t.test(`can be chosen if the device has kept ${kept || 'nothing'}`, async () => {
          await keep(kept);
          await page.goto(reader.site + readingPages.article);
          await open(page);
          await choose(page, 'theme', 'sepia');
          assert.equal((await looks(page)).paper, 'rgb(246, 236, 217)');
        });
    },
  );

  await t.test('keep the reader at the same text when it grows', () =>
    reader.open(readingPages.article, { width: 768 }, async (page) => {
      const top = () =>
        page.evaluate(() => document.querySelector('#the-money')?.getBoundingClientRect().top);
      await page.evaluate(() => document.getElementById('the-money')?.scrollIntoView());
      await page.evaluate(() => scrollBy(0, -300));
      const before = (await top()) ?? 0;
      await open(page, '.sections .settings-button');
      for (let step = 0; step < 4; step += 1) await page.click('#ui-settings [data-step="1"]');
      assert.ok(await page.isDisabled('#ui-settings [data-step="1"]'), 'size has a maximum');
      const after = (await top()) ?? 0;
      assert.ok(Math.abs(after - before) < 200, `${before} is now ${after}`);
    }),
  );

  await t.test('can be used with a keyboard alone', () =>
    reader.open(readingPages.front, {}, async (page) => {
      await page.focus('.masthead .settings-button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#ui-settings[open]');
      await page.focus('#ui-settings input:checked');
      await page.keyboard.press('ArrowRight');
      await until(
        () => page.evaluate(() => document.documentElement.dataset['theme']),
        'light',
      );
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#ui-settings[open]').count(), 0);
      const focused = () => page.evaluate(() => document.activeElement?.className);
      assert.equal(await focused(), 'settings-button');
    }),
  );

  await t.test('have no button without scripts', () =>
    reader.open(readingPages.article, { javaScriptEnabled: false }, async (page) =>
      assert.ok(!(await page.isVisible('.settings-button >> nth=0'))),
    ),
  );
}
