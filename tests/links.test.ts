import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LinkChecker, LinkState } from 'linkinator';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { searchContent } from './search/search-content.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { buildSite, sharedSite } from './test-site.ts';

/** The URL that test sites are built for. */
const published = 'https://news.example';

/**
 * Follows every link, picture, script and anchor from the front page. Returns the broken ones
 * and their number. Does not request other sites; the site's URL is replaced by the local one.
 */
async function follow(t: TestContext, folder: string, basePath: string) {
  const server = await serveFolder(folder, { basePath });
  t.after(server.close);
  const { origin } = new URL(server.address);
  const { links } = await new LinkChecker().check({
    path: server.address,
    recurse: true,
    checkFragments: true,
    checkCss: true,
    concurrency: 8,
    urlRewriteExpressions: [{ pattern: new RegExp(`^${published}`, 'u'), replacement: origin }],
    linksToSkip: async (link) => ![origin, published].includes(new URL(link).origin),
  });
  const shown = (url = '') => url.replace(origin, '');
  return {
    broken: links
      .filter(({ state }) => state === LinkState.BROKEN)
      .map(({ url, status, parent }) =>
        `${shown(parent)} -> ${shown(url)} ${status ?? ''}`.trim(),
      )
      .sort(),
    good: links.filter(({ state }) => state === LinkState.OK).map(({ url }) => shown(url)),
  };
}

// Below a path, where a link that omits the path is broken. `sample.test.ts` follows the links of
// the sample.
test('every link and anchor of a site has a target', async (t) => {
  const basePath = '/news/';
  const site = await sharedSite(t, searchContent, { BASE_PATH: basePath });
  const { broken, good } = await follow(t, site.outDir, basePath);
  assert.deepEqual(broken, []);
  for (const path of [
    '',
    'ko/',
    '2026/01/06/bridge/',
    'search/',
    'page/',
    'about/',
    'credits/',
  ])
    assert.ok(good.includes(basePath + path), `${basePath}${path} is linked to`);
  assert.ok(good.length > 60, `${good.length} links`);
});

test('the link checker finds links, anchors and pictures without a target', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'a'));
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><title>x</title><a href="a/#there">1</a><a href="a/#nowhere">2</a>
     <a href="b/">3</a><img src="c.png" alt=""><a href="${published}/d/">4</a><a href="https://e.example/">5</a>`,
  );
  await writeFile(
    join(folder, 'a/index.html'),
    '<!doctype html><title>x</title><p id="there">',
  );
  const { broken } = await follow(t, folder, '/');
  assert.deepEqual(
    broken.map((line) => line.replace(/^\/ -> (\S+).*/u, '$1')),
    ['/a/#nowhere', '/b/', '/c.png', '/d/'],
  );
});

test('a build warns about published URLs that no longer exist', async (t) => {
  const article = (title: string, day: string, more = '') =>
    `---\ntitle: ${title}\ndate: ${day}\n${more}---\n\nText.\n`;
  const site = await buildSite(t, {
    'publication.yaml': 'name: Test\nextras: []\n',
    'bridge.md': article('The “old” bridge', '2026-01-06', 'topics: [Roads]\n'),
    'gone.md': article('Gone', '2026-01-07'),
  });
  assert.equal(site.stderr, '');
  const built = await site.rebuild({
    'bridge.md': null,
    'gone.md': null,
    'crossing.md': article('The “old” bridge', '2026-01-08'),
  });
  assert.equal(built.code, 0);
  const lines = built.stderr.trim().split('\n');
  assert.equal(lines.length, 2, built.stderr);
  assert.match(
    lines[0] ?? '',
    /out-hosting\/files\.json:\d+:1 {2}warning: aliases: published URL no longer exists: \/2026\/01\/06\/bridge\/ .*; write `aliases: \["\/2026\/01\/06\/bridge\/"\]` in \S+\/crossing\.md/u,
  );
  assert.match(lines[1] ?? '', /: \/2026\/01\/07\/gone\/ \("Gone"\)/u);

  const repaired = await built.rebuild({
    'crossing.md': article(
      'The “old” bridge',
      '2026-01-08',
      'aliases: [/2026/01/06/bridge/]\n',
    ),
  });
  assert.equal(repaired.stderr, '');
});
