import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { gatherFolder } from './gather-folder.ts';
import { buildSite, type Files, sharedSite } from './test-site.ts';

const article = (title: string, text: string) =>
  `---\ntitle: ${title}\ndate: 2026-05-20\n---\n\n${text}\n`;

const months = Array.from(
  { length: 30 },
  (_, at) =>
    `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')};${at},5;${at === 9 ? '' : 40 - at}`,
);

const charts = [
  'Words before.',
  '::chart[Shares]{file=shares.csv unit="%"}',
  'Source: [Harbour office](https://other.example/)',
  '::chart[Boats by month]{file=months.csv}',
  '::chart[Two columns]{file=months.csv type=column stacked}',
  '::table[All shares]{file=shares.csv}',
  '| Year | A long name of a column | Another long name | The last long name |\n| --- | --- | --- | --- |\n| 2025 | 1,204 | 3 | 4 |',
].join('\n\n');

const files: Files = {
  'publication.yaml': 'name: The Quay\nlanguages: [en, ar]\n',
  'charts.md': article('Charts', charts),
  'charts.ar.md': `---\ntitle: رسوم\n---\n\n${charts.replace('Source:', 'المصدر:')}\n`,
  'other.md': article('Other', 'Words.'),
  'shares.csv':
    '\ufeffCity,Share,Note\r\nSeoul,34.5,<b>x</b>\r\nA city with a very long name of many words,12,\r\nUlsan,n/a,"=cmd(""x"")"\r\n',
  'months.csv': `Month;Cars;Walkers\n${months.join('\n')}\n`,
};

const page = '2026/05/20/charts/index.html';

test('an edit of a data file prints the articles that show it, and no other', async (t) => {
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);
  const before = await site.hashes();
  assert.match(await site.read(page), />34\.5%</u);
  const edited = await site.rebuild({ 'shares.csv': 'City,Share\nSeoul,35.5\n' });
  assert.equal(edited.code, 0, edited.stderr);
  assert.match(await edited.read(page), />35\.5%</u);
  const after = await edited.hashes();
  const changed = Object.keys(after).filter(
    (file) => file.endsWith('.html') && before[file] !== after[file],
  );
  assert.deepEqual(changed, [
    '2026/05/20/charts/index.html',
    'ar/2026/05/20/charts/index.html',
  ]);
  const wrong = await edited.rebuild({
    'shares.csv': 'City,Share\nSeoul,35.5\nUlsan,1o\nJeju,1\n',
  });
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /shares\.csv:3:1 .*"1o".*shown in .*charts\.md:\d+/u);
  const mended = await wrong.rebuild({ 'shares.csv': files['shares.csv'] ?? null });
  assert.deepEqual(await mended.hashes(), before);
});

test('reports data files that are not there, ignored, outside, too long or no data', async (t) => {
  const named = [
    'share.csv',
    '_notes.csv',
    '../outside.csv',
    'linked.csv',
    'long.csv',
    'notes.md',
  ];
  const { lines, problems } = await gatherFolder(t, {
    'publication.yaml': 'name: The Quay\n',
    'shares.csv': 'City,Share\nSeoul,34.5\n',
    '_notes.csv': 'City,Share\nSeoul,34.5\n',
    'linked.csv': { link: '/etc/hostname' },
    'long.csv': `City,Share\n${'Seoul,1\n'.repeat(50_000)}`,
    'notes.md': article('Notes', 'Words.'),
    'a.md': article('A', named.map((name) => `::table{file=${name}}`).join('\n\n')),
  });
  for (const problem of [
    /a\.md:6:1 .*got "share\.csv"; did you mean shares\.csv\?/u,
    /a\.md:8:1 .*"_notes\.csv", which is ignored; rename it/u,
    /a\.md:10:1 .*got "\.\.\/outside\.csv"/u,
    /a\.md:12:1 .*a link to a file outside/u,
    /long\.csv:1002:1 .*at most 1000 rows, got 50000.*a\.md:14/u,
    /a\.md:16:1 .*got "notes\.md"; save it as CSV/u,
  ])
    assert.match(lines.join('\n'), problem);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const places = new Set(errors.map(({ file, line }) => `${file}:${line}`));
  assert.ok(places.size >= named.length, [...places].join());
});

test('tables and charts in a browser', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, files);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  for (const path of ['2026/05/20/charts/', 'ar/2026/05/20/charts/'])
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1280])
        await t.test(`${path} at ${width} px, ${colorScheme}`, async () => {
          const context = await browser.newContext({
            ...{ viewport: { width, height: 800 }, colorScheme },
            javaScriptEnabled: width > 400,
          });
          const tab = await context.newPage();
          const faults: string[] = [];
          tab.on('console', (message) => {
            if (message.type() === 'error') faults.push(message.text());
          });
          await tab.goto(served.address.replace(/\/?$/u, '/') + path);
          const found = await tab.evaluate(() => {
            const column = document.querySelector('.copy')?.getBoundingClientRect();
            const texts = [...document.querySelectorAll('.chart text')];
            return {
              overflow: document.documentElement.scrollWidth - innerWidth,
              count: texts.length,
              small: texts.filter((text) => parseFloat(getComputedStyle(text).fontSize) < 11)
                .length,
              outside: texts
                .filter((text) => {
                  const { left, right } = text.getBoundingClientRect();
                  return left < (column?.left ?? 0) - 1 || right > (column?.right ?? 0) + 1;
                })
                .map((text) => text.textContent),
            };
          });
          assert.deepEqual(
            { ...found, count: found.count > 20 },
            { overflow: 0, count: true, small: 0, outside: [] },
          );
          // The long run of `tests/forms` tries all looks.
          if (width > 400 && path.startsWith('ar/') === (colorScheme === 'dark')) {
            for (const details of await tab.locator('.data summary').all())
              await details.click();
            assert.deepEqual(await axeFindings(tab, { within: '.copy' }), []);
          }
          assert.deepEqual(faults, []);
          await context.close();
        });
});
