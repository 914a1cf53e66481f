import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { findLostAddresses } from './find-lost-addresses.ts';
import { NoAddressList, parseAddressList } from './parse-address-list.ts';

const story = (address: string, file: string, title: string, aliases: string[] = []) => ({
  address,
  file: `content/${file}.md`,
  title,
  aliases,
});

const stories = [
  story('/2026/01/06/bridge/', 'bridge', 'A bridge', ['/old/bridge', '/2025/12/31/bridge/']),
  story('/2026/02/02/talks/', 'talks', 'A summit'),
  story('/2026/03/04/flood/', 'flood', 'A flood'),
  story('/2026/04/01/fair-opens/', 'fair-opens', 'The fair'),
  story('/ko/2026/04/01/fair-opens/', 'fair-opens.ko', '장터'),
  story('/about/', 'pages/about', 'About'),
];
const editions = ['/', '/ko/'];
const headlines: Record<string, string> = { '/2026/02/01/summit/': 'A summit' };

function lostOf(list: string, basePath = '/'): string[] {
  return findLostAddresses({
    before: parseAddressList(list.split('\n'), basePath),
    list: 'before.txt',
    stories,
    editions,
    headlineOf: (address) => headlines[address],
  }).problems.map(formatProblem);
}

const found: readonly [what: string, list: string, says: RegExp | undefined][] = [
  ['a page that still exists', '/2026/01/06/bridge/\n/about/\n', undefined],
  ['an alias', '/old/bridge/\n/2025/12/31/bridge/index.html', undefined],
  [
    'lists',
    '/\n/ko/\n/2025/\n/2025/12/\n/2025/12/page/1/\n/section/old/\n/topic/x/2/\n/page/3/\n/ko/search/\n/ko/offline/\n/ko/credits/\n/credits/1/\n/404.html',
    undefined,
  ],
  [
    'an article with another slug',
    '/2026/02/01/summit/',
    /^before\.txt:1:1 {2}warning: aliases: published URL no longer exists: \/2026\/02\/01\/summit\/ \("A summit"\); write `aliases: \["\/2026\/02\/01\/summit\/"\]` in content\/talks\.md/u,
  ],
  [
    'an article with another date',
    '# old\n\n/2026/03/03/flood/',
    /^before\.txt:3:1 .* in content\/flood\.md, its probable replacement/u,
  ],
  [
    'an article with another slug on a day with one new article',
    '/2026/04/01/fair/',
    /in content\/fair-opens\.md/u,
  ],
  [
    'an article with another slug in its edition',
    '/ko/2026/04/01/fair/',
    /in content\/fair-opens\.ko\.md/u,
  ],
  ['a deleted article', '/2020/05/05/nobody/', /in the file of its replacement/u],
  ['a standing page', '/contact/', /no longer exists: \/contact\/;/u],
  ['a page of corrections', '/corrections/', /no longer exists: \/corrections\/;/u],
  ['an absolute URL', 'https://news.example/contact/?a#b', /exists: \/contact\/;/u],
  [
    'an address in another script',
    '/2020/05/05/%EB%8B%A4%EB%A6%AC/',
    /exists: \/2020\/05\/05\/다리\/;/u,
  ],
];
for (const [what, list, says] of found) {
  test(`${says ? 'reports' : 'does not report'} ${what}`, () => {
    const lost = lostOf(list);
    if (says === undefined) assert.deepEqual(lost, []);
    else {
      assert.equal(lost.length, 1);
      assert.match(lost[0] ?? '', says);
    }
  });
}

test('reads the pages of a file list with their lines', () => {
  const entry = { sha256: 'a'.repeat(64), size: 1 };
  const paths = ['2020/05/05/nobody/index.html', 'a.css', 'index.html', 'old.html'];
  const line = (path: string) => `"${path}": ${JSON.stringify(entry)}`;
  const list = `{"files": {\n${paths.map(line).join(',\n')}\n}}\n`;
  const expected = [
    { address: '/2020/05/05/nobody/', line: 2 },
    { address: '/', line: 4 },
    { address: '/old.html', line: 5 },
  ];
  assert.deepEqual([...parseAddressList(list.split('\n'), '/')], expected);
  // In another layout.
  const files = Object.fromEntries(paths.map((path) => [path, entry]));
  for (const [text, lines] of [
    [JSON.stringify({ files }), [1, 1, 1]],
    [JSON.stringify({ files }, null, 2), [3, 11, 15]],
  ] as const)
    assert.deepEqual(
      [...parseAddressList(text.split('\n'), '/')],
      expected.map(({ address }, index) => ({ address, line: lines[index] })),
    );
});

test('finds the replacements of as many addresses as there are articles', () => {
  const size = 20_000;
  const many = Array.from({ length: size }, (_, n) =>
    story(`/2026/02/02/new-${n}/`, `new-${n}`, `A story ${n}`),
  );
  function* before() {
    for (let line = 1; line <= size; line += 1) yield { address: `/2020/a/${line}/`, line };
  }
  const started = performance.now();
  const lost = findLostAddresses({
    ...{ before: before(), list: 'before.txt', stories: many, editions },
    headlineOf: (address) => `A story ${address.split('/')[3]}`,
  });
  assert.equal(lost.count, size);
  assert.match(lost.problems[7]?.cure ?? '', /content\/new-8\.md/u);
  // A search for each in all took a minute.
  assert.ok(performance.now() - started < 5000);
});

test('reads the old pages only of addresses that are reported', () => {
  const asked: string[] = [];
  const before = ['/2020/05/05/a/', '/2020/05/05/b/', '/2020/05/05/c/'];
  const { problems, count } = findLostAddresses({
    before: parseAddressList(before, '/'),
    ...{ list: 'before.txt', stories, editions, limit: 2 },
    headlineOf: (address) => {
      asked.push(address);
      return undefined;
    },
  });
  assert.deepEqual([problems.length, count, asked], [2, 3, before.slice(0, 2)]);
});

test('removes the base path from addresses', () => {
  assert.match(lostOf('/news/contact/', '/news/')[0] ?? '', /"\/contact\/"/u);
});

test('rejects texts that are not a list of addresses', () => {
  const parse = (text: string) => [...parseAddressList(text.split('\n'), '/')];
  for (const text of ['{"files": 3}', '{', '{"files": {\n', 'about us', 'ftp://x/', '<html>'])
    assert.throws(() => parse(text), NoAddressList);
  assert.deepEqual(parse('\n# nothing yet\n'), []);
});
