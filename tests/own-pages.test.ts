import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replaceableLists } from '../src/publication/edition/list-addresses.ts';
import { listReplaced } from '../src/publication/edition/replaced-lists.ts';
import { gatherFolder } from './gather-folder.ts';
import { drawPhoto } from './picture-corpus.ts';
import { buildSite, type Files } from './test-site.ts';

/** Paths that the site makes by itself, and what becomes of a page with this name. */
const table: readonly (readonly [path: string, list: string | undefined])[] = [
  // The page wins.
  ...(['archive', 'author', 'credits', 'follow'] as const).map(
    (path) => [path, undefined] as const,
  ),
  ...(['on-this-day', 'section', 'story', 'topic'] as const).map(
    (path) => [path, undefined] as const,
  ),
  // Programs or other pages need the address.
  ['search', 'the search'],
  ['offline', 'the list of saved articles'],
  ['page', 'the list of all articles'],
  ['2026', 'the list of a year'],
  ['2026/05', 'the list of a month'],
  ['on-this-day/05-01', 'the list of a calendar day'],
  ['section/archive', 'the list of a section'],
  ['topic/archive', 'the list of a topic'],
  ['author/archive', 'the list of an author'],
  ['story/archive', 'the list of a running story'],
];
const winners = table.flatMap(([path, list]) => (list === undefined ? [path] : []));

const page = (title: string) => `---\ntitle: ${title}\n---\n\nOf our own.\n`;
/** Sections, topics, authors and running stories are named like pages of the site. */
const article = (name: string, year: number) =>
  [
    `---\ntitle: About ${name}\ndate: ${year}-05-01\nsection: ${name}\ntopics: [${name}]`,
    `authors: [${name}]\nstory: ${name}\nimage: {file: ./quay.jpg, alt: A quay, credit: Roe / CC0}`,
    '---\n\nText.\n',
  ].join('\n');
const files: Files = {
  'publication.yaml':
    'name: Test\nlanguages: [en, ko]\nfollow: {newsletter: https://post.example/}\n',
  'quay.jpg': await drawPhoto(60, 40).jpeg().toBuffer(),
  ...Object.fromEntries(
    table.flatMap(([path], index) => {
      const name = path.replace('/', ' ');
      return [[`a-${index}.md`, article(name, index % 2 === 0 ? 2025 : 2026)]];
    }),
  ),
  'a-0.ko.md': '---\ntitle: 기록\n---\n\n본문.\n',
};
const pagesOf = (paths: readonly string[]): Files =>
  Object.fromEntries(paths.map((path) => [`pages/${path}.md`, page(`Own ${path}`)]));

test('every list whose address a page may have is in the table', () => {
  assert.equal(winners.length, replaceableLists.length);
});

test('a page with the address of a list', async (t) => {
  const all = pagesOf(table.map(([path]) => path));
  const { lines, published } = await gatherFolder(t, { ...files, ...all });
  // What `check` prints.
  const replaced = listReplaced(published).map(({ address }) => address);
  assert.deepEqual(replaced.toSorted(), winners.map((path) => `/${path}/`).toSorted());
  for (const [path, list] of table)
    await t.test(`${path}: ${list ?? 'wins'}`, () => {
      const found = lines.filter((line) => line.includes(`pages/${path}.md`));
      if (list === undefined) {
        assert.deepEqual(found, []);
        assert.ok(published.addresses.get(`/${path}/`)?.endsWith(`pages/${path}.md`));
        return;
      }
      assert.deepEqual(found, [
        `CONTENT/pages/${path}.md:1:1  slug: expected an address of its own, got /${path}/, which is that of ${list} of the edition "en"; rename the file or give it another \`slug:\``,
      ]);
    });
});

test('a draft with the address of a list leaves it as it is', async (t) => {
  const draft = '---\ntitle: Years\ndraft: true\n---\n\nText.\n';
  const { lines, published } = await gatherFolder(t, { ...files, 'pages/archive.md': draft });
  assert.deepEqual(
    lines.filter((line) => line.includes('pages/')),
    [],
  );
  assert.equal(published.addresses.get('/archive/'), 'a list of the edition "en"');
});

test('pages instead of lists of the site', async (t) => {
  const site = await buildSite(t, { ...files, ...pagesOf(winners) });
  assert.equal(site.code, 0, site.stderr);
  for (const path of winners)
    await t.test(`/${path}/ is the page, linked once from every footer`, async () => {
      assert.ok((await site.read(`${path}/index.html`)).includes('Of our own.'));
      const footer = /<footer class="site-footer".*?<\/footer>/su.exec(
        await site.read('index.html'),
      )?.[0];
      const links = footer?.split(`href="/${path}/"`) ?? [];
      assert.equal(links.length, 2);
      assert.match(links[1] ?? '', new RegExp(`^[^<]*>\\s*Own ${path}\\s*<`, 'u'));
    });
  await t.test('the Korean edition keeps its lists', async () => {
    assert.ok(!(await site.read('ko/archive/index.html')).includes('Of our own'));
  });
  await t.test('sections and topics may have these names', async () => {
    for (const [path] of table)
      for (const kind of ['section', 'topic', 'author', 'story']) {
        const html = await site.read(`${kind}/${path.replace('/', '-')}/index.html`);
        assert.ok(html.includes(`About ${path.replace('/', ' ')}`), `${kind} ${path}`);
      }
  });
});
