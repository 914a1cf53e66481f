import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';
import { rounds } from '../support/rounds.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import type { BuiltSite } from '../test-site.ts';
import { createAsk } from './ask.ts';
import { crawl } from './crawl.ts';
import { cloudflare, type Host, nginx } from './hosts.ts';

const bridge = '/news/2026/05/20/bridge/';
const otherHosts = ['https://images.example'];

/** Cloudflare below a path: the site in a folder of that name, next to its two rule files. */
const cloudflareBelow: Host = async (t, site) => {
  const folder = join(await temporaryFolder(t), 'upload');
  await cp(site.outDir, join(folder, 'news'), { recursive: true });
  for (const name of ['_headers', '_redirects'])
    await cp(join(`${site.outDir}-hosting`, name), join(folder, name));
  return cloudflare(t, { ...site, outDir: folder });
};

const previewBelow: Host = async (t, { outDir }) => {
  const { address, close } = await serveFolder(outDir, {
    host: '127.0.0.1',
    basePath: '/news/',
  });
  t.after(close);
  return new URL(address).origin;
};

/** Cloudflare takes seconds to start, so below a path it runs only in `npm run test:long`. */
const hosts = { previewBelow, nginx, ...rounds<Record<string, Host>>({}, { cloudflareBelow }) };

/** Tests a site for `/news/` on hosts whose addresses the build did not know. */
export async function testBasePath(t: TestContext, site: BuiltSite): Promise<void> {
  for (const [name, host] of Object.entries(hosts)) {
    await t.test(`works on ${name}`, async (t) => {
      const origin = await host(t, site);
      if (origin === undefined) return;
      const ask = createAsk(origin);
      const paths = await crawl(origin, '/news/', otherHosts);
      assert.ok(paths.size > 25 && paths.has(bridge), `${paths.size} addresses`);
      for (const path of paths) {
        const { headers } = await ask(path);
        assert.match(headers['cache-control'] ?? '', cachingOf(path), path);
        assert.match(headers['content-security-policy'] ?? '', /default-src 'none'/u, path);
      }
      for (const [from, to] of [
        ['/news', '/news/'],
        ['/news/old/address/', bridge],
        [`${bridge}index.html`, bridge],
        [bridge.slice(0, -1), bridge],
      ] as const) {
        const { status, headers } = await ask(from);
        assert.ok(status === 301 || status === 308, `${from} ${status}`);
        assert.equal(new URL(headers['location'] ?? '', origin).pathname, to);
      }
      const missing = await ask('/news/nothing/');
      assert.equal(missing.status, 404);
      assert.match(missing.body.toString(), /<html/u);
    });
  }
}

/** Hashed files for a year, feeds for minutes, everything else with revalidation. */
function cachingOf(path: string): RegExp {
  if (path.startsWith('/news/assets/')) return /immutable/u;
  return /\/(?:feed|atom)\.(?:xml|json)$|\.opml$/u.test(path)
    ? /max-age=\d{3,4}$/u
    : /max-age=0|no-cache/u;
}
