import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { blockStyles } from '../src/content/markdown/block-styles.ts';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { makeWave } from './support/make-clips.ts';
import { buildSite, type Files, projectRoot } from './test-site.ts';

const article = (title: string, text: string) =>
  `---\ntitle: ${title}\ndate: 2026-05-20\n---\n\n${text}\n`;
const drawing = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="${colour}"/></svg>`;

const box = ':::factbox\nFacts.\n:::';
const chart = '::chart[Shares]{file=shares.csv}';
const table = '| A | B |\n| --- | ---: |\n| 1 | 2 |';
const row = (first: string, cell: string) =>
  `| ${first} | ${Array(11).fill(cell).join(' | ')} |`;
const wide = [
  row('District', 'May 2026'),
  row('---', '---'),
  row('The old harbour', '1,234.5'),
].join('\n');
/** Every block, beside each other and within each other. */
const blocks = [
  ':::people\n- **Jane Roe** - minister\n:::',
  ':::pullquote\nWords set apart.\n\n-- Jane Roe\n:::',
  '**Q:** What?\n\n**A:** This.\n\n**Q:** And?\n\n**A:** That.',
  ':::timeline\n- 2026-01-06: Opened.\n- **Spring 1989** - Closed.\n:::',
  `> [!TIP]-\n> Words.`,
  ...[chart, table, box, 'https://vimeo.com/1234', table, '![Bells](bells.wav)', box, '---'],
  ...[
    '![One](a.svg)\n![Two](b.svg)',
    box,
    '<aside>\n\nBeside.\n\n</aside>',
    box,
    '> Words',
    box,
  ],
  `:::factbox\n## A heading\n\n${table}\n\n${chart}\n\n- [x] done\n\n\`code\`\n:::`,
  `## 2026-05-20T10:00Z A boat\n\nText.\n\n${box}`,
  `## 2026-05-20T09:00Z Before\n\n${table}`,
];
const content: Files = {
  'publication.yaml': 'name: The Daily Test\nlanguages: [en, ar]\n',
  'shares.csv': 'City,Share\nSeoul,34.5\nBusan,12\n',
  'bells.wav': makeWave(1),
  'a.svg': drawing('red'),
  'b.svg': drawing('blue'),
  'all.md': article('All', ['First words.', ...blocks].join('\n\n')),
  'all.ar.md': `---\ntitle: كل\n---\n\n${blocks.toReversed().join('\n\n')}\n`,
  'box.md': article('Box', `Words above.\n\n${box}\n\nWords below.`),
  'chart.md': article('Chart', `${chart}\n\nWords below.`),
  'wide.md': article('Wide', wide),
  'list.md': article('List', `- First\n- Second\n\n${box}`),
};

/**
 * Runs in a page: links its style sheets of blocks in reverse order, and returns the properties of all
 * elements that have changed.
 */
async function changedByOrder(): Promise<string[]> {
  const painted = () =>
    [...document.querySelectorAll('.article, .article *:not(link)')].flatMap((element) =>
      [undefined, '::before'].map((part) => {
        const what = `${element.localName}.${element.getAttribute('class')}${part ?? ''}`;
        const style = getComputedStyle(element, part);
        return [...style].map((name) => `${what} ${name}: ${style.getPropertyValue(name)}`);
      }),
    );
  const links = [...document.querySelectorAll('body link[rel=stylesheet]')].reverse();
  const before = painted();
  await Promise.all(
    links.map((link) => {
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
      document.head.append(link);
      return loaded;
    }),
  );
  const after = painted();
  if (links.length < 9 || before.length < 200) return [`${links.length} ${before.length}`];
  return before.flatMap((own, index) =>
    own.filter((property, place) => property !== after[index]?.[place]),
  );
}

/** Opens a page whose style sheet of `style` arrives when the returned function is called. */
async function openDelayed(page: Page, address: string, style: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(`**/assets/${style}.*.css`, async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  return resolve;
}

test('every style sheet of a block has a row, and every row a style sheet', () => {
  assert.deepEqual(
    readdirSync(`${projectRoot}/src/site/styles/blocks`).sort(),
    Object.keys(blockStyles).map((name) => `${name}.css`),
  );
});

test('the style of blocks', async (t) => {
  const site = await buildSite(t, content, { BASE_PATH: '/news/' });
  assert.equal(site.code, 0, site.stderr);
  const read = (name: string) => site.read(`2026/05/20/${name}/index.html`);

  await t.test(
    'is linked at the end of the text before it, or before the whole text',
    async () => {
      const link =
        '<link rel="stylesheet" href="/news/assets/(boxes|charts|tables)\\.\\w{10}\\.css">';
      for (const [name, place] of [
        ['box', `Words above\\.${link}</p>\\s*<section class="box factbox">`],
        ['list', `Second${link}</li>\\s*</ul>\\s*<section class="box factbox">`],
        ['chart', `${link}${link}<div class="copy"><figure class="data">`],
      ] as const)
        assert.match(await read(name), new RegExp(place, 'u'), name);
    },
  );

  const browser = await browserOrSkip(t);
  if (!browser) return;
  const served = await serveFolder(site.outDir, { basePath: '/news/' });
  t.after(() => served.close());
  const { origin } = new URL(served.address);

  for (const [path, media] of [
    ['2026/05/20/all/', 'print'],
    ['ar/2026/05/20/all/', 'screen'],
  ] as const)
    await t.test(`does not depend on the order of the files: ${path}, ${media}`, async () => {
      const page = await browser.newPage();
      await page.emulateMedia({ media });
      await page.goto(`${origin}/news/${path}`, { waitUntil: 'networkidle' });
      assert.deepEqual(await page.evaluate(changedByOrder), []);
      await page.close();
    });

  await t.test('delays what needs it, and nothing above', async () => {
    const page = await browser.newPage();
    const arrive = await openDelayed(page, `${origin}/news/2026/05/20/box/`, 'boxes');
    assert.ok(await page.getByText('Words above').isVisible());
    assert.equal(await page.locator('.box').count(), 0);
    arrive();
    await page.getByText('Words below').waitFor();
    const line = await page
      .locator('.box')
      .evaluate((element) => getComputedStyle(element).borderTopWidth);
    assert.equal(line, '2px');
    await page.close();
  });

  await t.test('lets a table of twelve columns fit on paper', async () => {
    const a4 = ((210 - 2 * 20) / 25.4) * 96;
    const page = await browser.newPage({ viewport: { width: Math.floor(a4), height: 900 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${origin}/news/2026/05/20/wide/`, { waitUntil: 'networkidle' });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.close();
  });

  await t.test('delays only the text that begins with a block', async () => {
    const page = await browser.newPage();
    const arrive = await openDelayed(page, `${origin}/news/2026/05/20/chart/`, 'charts');
    assert.ok(await page.locator('h1').isVisible());
    assert.equal(await page.locator('.chart').count(), 0);
    arrive();
    await page.getByText('Words below').waitFor();
    await page.close();
  });
});

test('the style of a block is a file as long as a text has the block', async (t) => {
  const site = await buildSite(t, {
    'publication.yaml': 'name: Test\n',
    'shares.csv': 'City,Share\nSeoul,34.5\nBusan,12\n',
    'a.md': article('A', `Words.\n\n${box}`),
    'b.md': article('B', 'Words.'),
  });
  const before = await site.hashes();
  const changed = (after: Readonly<Record<string, string>>) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((file) => /\.(?:css|html)$/u.test(file) && before[file] !== after[file])
      .map((file) => file.replace(/\.\w{10}\.css/u, '.css'))
      .sort();
  const charted = await site.rebuild({ 'b.md': article('B', `Words.\n\n${chart}`) });
  assert.deepEqual(changed(await charted.hashes()), [
    '2026/05/20/b/index.html',
    'assets/charts.css',
    'assets/tables.css',
  ]);
  const without = await charted.rebuild({ 'b.md': article('B', 'Words.') });
  assert.deepEqual(changed(await without.hashes()), []);
});
