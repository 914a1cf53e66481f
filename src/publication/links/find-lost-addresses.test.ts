import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { findLostAddresses } from './find-lost-addresses.ts';
import { parseAddressList } from './parse-address-list.ts';

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
  const before = parseAddressList(list, basePath);
  assert.ok(before);
  return findLostAddresses({
    before,
    list: 'before.txt',
    stories,
    editions,
    headlineOf: (address) => headlines[address],
  }).map(formatProblem);
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
  const list = `{"files": {\n${paths.map((path) => `"${path}": ${JSON.stringify(entry)}`).join(',\n')}\n}}\n`;
  const listed = parseAddressList(list, '/')?.map(({ address, line }) => ({
    address,
    line: line(),
  }));
  assert.deepEqual(listed, [
    { address: '/2020/05/05/nobody/', line: 2 },
    { address: '/', line: 4 },
    { address: '/old.html', line: 5 },
  ]);
});

test('removes the base path from addresses', () => {
  assert.match(lostOf('/news/contact/', '/news/')[0] ?? '', /"\/contact\/"/u);
});

test('rejects texts that are not a list of addresses', () => {
  for (const text of ['{"files": 3}', '{', 'about us', 'ftp://x/', '<html>'])
    assert.equal(parseAddressList(text, '/'), undefined);
  assert.deepEqual(parseAddressList('\n# nothing yet\n', '/'), []);
});
