import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { change, projectRoot } from '../../tests/test-site.ts';
import { parseSettings } from '../content/settings/settings.ts';
import { gatherContent } from '../newsroom/gather-content.ts';
import { toLoadedSite } from '../newsroom/loaded-site.ts';
import { makeContent } from './make-content.ts';
import { planSheets } from './plan-sheets.ts';
import type { ContentRecipe, Sheet } from './sheet.ts';
import { createSheetSources } from './sheet-sources.ts';

const article = (title: string, day: string, text: string, ...fields: string[]) =>
  ['---', `title: ${title}`, `date: 2026-05-${day}`, ...fields, '---', '', text, ''].join('\n');

const picture = await sharp({
  create: { width: 60, height: 40, channels: 3, background: '#357' },
})
  .png()
  .toBuffer();

const files = {
  'publication.yaml':
    'name: Test\nlanguages: [en, ko]\nsections: [World, City]\npageSize: 10\nlicence: CC BY 4.0\n',
  'bridge.md': article(
    'A bridge',
    '06',
    '## Plans\n\nSee [the quay](quay.md) and [a list](plan.txt).',
    'section: City',
    'topics: [Roads, Water]',
    'aliases: [/old/bridge/]',
  ),
  'bridge.ko.md': '---\ntitle: 다리\n---\n\n다리를 짓는다.\n',
  'quay.md': article(
    'A quay',
    '05',
    '![Its wall](quay.png "The wall. Credit: Jane Roe")',
    'section: City',
    'topics: [Water]',
    'image: { file: ./quay.png, alt: The quay, credit: Jane Roe }',
  ),
  'quay.png': picture,
  'plan.txt': 'A plan.',
  'pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, n) => [
      `item-${n}.md`,
      article(
        `Item ${n}`,
        `${(n % 4) + 1}`.padStart(2, '0'),
        'Text.',
        'topics: [Water, Items]',
      ),
    ]),
  ),
};

function contentRecipe({ recipe }: Sheet, inputs: unknown): ContentRecipe {
  const made = recipe(inputs);
  assert.ok(made.form !== 'card');
  return made;
}

/** Creates a content folder, and a function that plans the sheets of its current state. */
async function startFolder(t: TestContext) {
  const folder = await temporaryFolder(t);
  const [contentDir, cacheDir] = [join(folder, 'content'), join(folder, 'cache')];
  await change(contentDir, files);
  const plan = async () => {
    const environment = { CONTENT_DIR: contentDir, CACHE_DIR: cacheDir, ...fixed };
    const { settings } = parseSettings(environment, 0);
    const options = { root: projectRoot, settings, drafts: false, earlier: () => undefined };
    const gathered = await gatherContent(options);
    assert.deepEqual(gathered.problems, []);
    const site = createSheetSources(toLoadedSite(gathered, settings), {
      code: { scripts, feedCss: '' },
    });
    const sheets = [...planSheets(site, { cacheDir })];
    return { site, sheets, shared: { view: site.view, contentDir, cacheDir } };
  };
  return { contentDir, plan };
}

const fixed = { SITE_URL: 'https://news.example', NOW: '2026-06-01T12:00:00Z' };

const scripts = {
  inline: { 'apply-settings': 'a', 'mark-old': 'b' },
  reader: 'reader.js',
  print: 'print.css',
  settings: 'settings.css',
  blockStyles: { boxes: 'boxes.css', charts: 'charts.css' },
  files: new Map([
    ['reader.js', Buffer.from('c')],
    ['boxes.css', Buffer.from('e')],
    ['charts.css', Buffer.from('f')],
  ]),
  serviceWorker: Buffer.from('d'),
};

test('a sheet depends on nothing but its inputs', async (t) => {
  const { plan } = await startFolder(t);
  const { site, sheets, shared } = await plan();
  const kinds = new Set(sheets.map(({ kind }) => kind));
  assert.ok(kinds.size >= 16, [...kinds].join(' '));
  assert.equal(new Set(sheets.map(({ file }) => file)).size, sheets.length);
  const printed = new Map<Sheet, { inputs: unknown; content: object }>();
  for (const sheet of sheets) {
    const inputs = sheet.inputs();
    const content = structuredClone(await makeContent(contentRecipe(sheet, inputs), shared));
    printed.set(sheet, { inputs, content });
  }
  // Inputs are data: a clone of them has no references to the publication.
  const clonedShared = structuredClone(shared);
  const clones = new Map(
    [...printed].map(([sheet, { inputs }]) => [sheet, structuredClone(inputs)]),
  );
  const { publication, assets } = site.collector;
  for (const edition of publication.editions)
    for (const list of [edition.articles, edition.sections, edition.topics, edition.pages])
      (list as unknown[]).length = 0;
  for (const map of [
    publication.byPath,
    publication.translations,
    publication.addresses,
    assets,
  ])
    (map as Map<unknown, unknown>).clear();
  for (const [sheet, { content }] of printed) {
    const again = await makeContent(contentRecipe(sheet, clones.get(sheet)), clonedShared);
    assert.deepEqual(structuredClone(again), content, sheet.file);
  }
});

test('an edit changes only the inputs of files that show it', async (t) => {
  const { contentDir, plan } = await startFolder(t);
  const load = async () => {
    const { sheets } = await plan();
    return new Map(sheets.map(({ file, inputs }) => [file, JSON.stringify(inputs())]));
  };
  let before = await load();
  /** Lists the files whose inputs differ after a change. */
  const changedBy = async (changes: Record<string, string>) => {
    await change(contentDir, changes);
    const after = await load();
    const files = [...after].filter(([file, inputs]) => before.get(file) !== inputs);
    before = after;
    return files.map(([file]) => file);
  };

  await t.test('a word: the article, its Markdown version, and its feeds', async () => {
    const files = await changedBy({
      'item-3.md': article('Item 3', '04', 'Text.\n\nOther.', 'topics: [Water, Items]'),
    });
    const feeds = ['atom.xml', 'feed.json', 'feed.xml'];
    assert.deepEqual(files.sort(), [
      '2026/05/04/item-3.md',
      '2026/05/04/item-3/index.html',
      ...feeds,
      ...['items', 'water'].flatMap((topic) => feeds.map((name) => `topic/${topic}/${name}`)),
    ]);
  });

  await t.test('a headline: the article and its lists', async () => {
    const files = await changedBy({
      'item-0.md': article('Another name', '01', 'Text.', 'topics: [Water, Items]'),
    });
    for (const file of [
      '2026/05/01/item-0/index.html',
      '2026/05/page/1/index.html',
      'topic/items/1/index.html',
    ])
      assert.ok(files.includes(file), `expected ${file} to change`);
    for (const file of [
      '2026/05/06/bridge/index.html',
      'search/index.html',
      'section/city/index.html',
    ])
      assert.ok(!files.includes(file), `expected ${file} not to change`);
  });
});
