import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { readingPages } from '../reading-content.ts';
import type { SharedSite } from '../test-site.ts';
import type { Reader } from './reader.ts';

const compressed = (bytes: string | Uint8Array) => brotliCompressSync(bytes).byteLength;

const requestsOf = async (reader: Reader, path: string) => {
  const requests: { type: string; path: string }[] = [];
  await reader.open('/404.html', { serviceWorkers: 'block' }, async (page) => {
    await page.goto('about:blank');
    page.on('request', (request) =>
      requests.push({ type: request.resourceType(), path: new URL(request.url()).pathname }),
    );
    await page.goto(reader.site + path, { waitUntil: 'networkidle' });
  });
  return requests;
};

/** A page has everything that is needed to read it, and is small. */
export async function testWeight(
  t: TestContext,
  reader: Reader,
  site: SharedSite,
): Promise<void> {
  const requests = await requestsOf(reader, readingPages.article);

  await t.test(
    'an article with everything has at most 14 KB compressed: one round trip',
    async () => {
      const html = await site.read(`${readingPages.notice.slice(1)}index.html`);
      assert.ok(compressed(html) <= 14_000, `${compressed(html)} bytes`);
    },
  );

  await t.test('no request of a page delays its first paint', async () => {
    const html = await site.read(`${readingPages.article.slice(1)}index.html`);
    assert.doesNotMatch(html, /@import/u);
    // Those of blocks are in the text, and delay only what follows (`block-styles.test.ts`). The
    // inline script writes one for readers with settings.
    const above = html.slice(0, html.indexOf('class="copy"'));
    assert.doesNotMatch(
      above.replaceAll(/<script.*?<\/script>/gsu, ''),
      /<link[^>]+stylesheet/u,
    );
    assert.match(html, /<link[^>]+stylesheet[^>]+media="print"/u);
    for (const [tag] of html.matchAll(/<script[^>]*\ssrc=[^>]*>/gu))
      assert.match(tag, /type="?module/u);
    const print = /\/assets\/(?:print|tables)\.\w+\.css$/u;
    assert.deepEqual(
      requests.filter(
        ({ type, path }) =>
          !['document', 'font', 'image', 'script', 'manifest', 'other'].includes(type) &&
          !print.test(path),
      ),
      [],
    );
    assert.equal(requests.filter(({ type }) => type === 'document').length, 1);
  });

  await t.test('the scripts of a page have at most 6 KB compressed', async () => {
    const scripts = requests.filter(({ type }) => type === 'script');
    assert.ok(scripts.length > 0);
    const sizes = await Promise.all(
      scripts.map(async ({ path }) => compressed(await readFile(join(site.outDir, path)))),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total <= 6_000, `${total} bytes`);
  });

  for (const [kind, width] of [
    ['article', 360],
    ['article', 1280],
    ['front', 1280],
    ['arabic', 360],
  ] as const) {
    await t.test(`nothing moves while the ${kind} page loads at ${width} px`, () =>
      reader.open(
        readingPages[kind],
        {
          width,
          before: () => {
            const shifts: unknown[] = [];
            Object.assign(window, { shifts });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                shifts.push({
                  value: Reflect.get(entry, 'value'),
                  what: (Reflect.get(entry, 'sources') as { node?: Element }[]).map(
                    ({ node }) => node?.className ?? node?.nodeName,
                  ),
                });
            }).observe({ type: 'layout-shift', buffered: true });
          },
        },
        async (page) => {
          await page.waitForLoadState('networkidle');
          assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'shifts')), []);
        },
      ),
    );
  }
}
