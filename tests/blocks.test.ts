import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { openSite } from './reading/reader.ts';
import { type Files, sharedSite } from './test-site.ts';

const english = `The bridge is a promise to the port, the harbour master said on Monday.

:::pullquote
A promise to the port

-- Jane Roe
:::

:::factbox[What we know]
- It is 1.2 km long.
:::

:::timeline
- 1989: The first plan.
- **2026-01-06** The last part.
- Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
:::

:::people
- **Jane Roe** - harbour master
- John Doe: builder
:::

**Q:** What happened?

**A:** It opened.

:::methods
We read the contracts.
:::

:::pullquote
We will not build it twice.
-- Mina Kim
:::

> [!WARNING]
> The road is closed.

:::sidebar
An unknown block.
:::
`;
const arabic = `قال مدير الميناء إن الجسر وعد للميناء.

:::timeline
- 6 يناير 2026: رفع الجزء الأخير.
:::

:::people
- **جين رو** - مديرة الميناء
:::

:::pullquote
لن نبنيه مرتين.
— مينا كيم
:::

س: ماذا حدث؟

ج: افتتح الجسر.

> [!TIP]-
> سطر.
`;
const content: Files = {
  'publication.yaml': 'name: Test\nurl: https://test.example\nlanguages: [en, ar]\n',
  'bridge.md': `---\ntitle: The bridge\ndate: 2026-01-06\n---\n\n${english}`,
  'bridge.ar.md': `---\ntitle: الجسر\n---\n\n${arabic}`,
};

test('blocks of an article', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, content);
  const reader = await openSite(t, browser, site.outDir);
  const pages = { en: '/2026/01/06/bridge/', ar: '/ar/2026/01/06/bridge/' };

  for (const [language, path] of Object.entries(pages))
    for (const [width, colorScheme, javaScriptEnabled] of [
      [320, 'dark', true],
      [1280, 'light', true],
      [360, 'light', false],
    ] as const)
      await t.test(
        `${language}, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`,
        () =>
          reader.open(path, { width, colorScheme, javaScriptEnabled }, async (page) => {
            assert.equal(
              await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
              0,
            );
            assert.equal(await page.locator('.copy .timeline time').first().isVisible(), true);
            // axe waits for timers, which do not run without scripts.
            if (javaScriptEnabled)
              assert.deepEqual(await axeFindings(page, { within: '.copy' }), []);
          }),
      );

  await t.test('screen readers get a repeated quotation once, another as a figure', () =>
    reader.open(pages.en, { width: 800 }, async (page) => {
      const tree = await page.locator('.copy').ariaSnapshot();
      assert.equal(tree.split('promise to the port').length, 2);
      assert.match(tree, /figure/u);
      assert.match(tree, /We will not build it twice/u);
      // Titles and separators are text, with or without styles.
      assert.match(tree, /What we know/u);
      assert.match(tree, /group.*|How we did it/u);
    }),
  );

  await t.test('dates of a timeline are above their events, on the side of the language', () =>
    reader.open(pages.ar, { width: 360 }, async (page) => {
      const { date, item } = await page.evaluate(() => {
        const box = (selector: string) =>
          document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        return { date: box('.timeline time'), item: box('.timeline li') };
      });
      assert.ok(item.height > date.height * 1.5);
      assert.ok(Math.abs(item.right - date.right) < 40);
    }),
  );

  await t.test('feeds have the blocks without what repeats the text', async () => {
    const feed = await site.read('feed.xml');
    assert.doesNotMatch(feed, /class=|aria-hidden/u);
    assert.match(feed, /<strong>What we know<\/strong>/u);
    assert.match(feed, /<time datetime="2026-01-06">6 January 2026<\/time>/u);
    assert.match(feed, /<dt>.*<strong>Q:<\/strong>/u);
    assert.match(feed, /We will not build it twice/u);
    assert.equal(feed.match(/promise to the port/giu)?.length, 2); // summary and text
  });

  await t.test('an unknown block is text', async () => {
    assert.match(await site.read('2026/01/06/bridge/index.html'), />:::sidebar</u);
  });
});
