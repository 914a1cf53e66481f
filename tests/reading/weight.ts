import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { readingPages } from '../reading-content.ts';
import type { BuiltSite } from '../test-site.ts';
import type { Reader } from './reader.ts';

const compressed = (bytes: string | Uint8Array) => brotliCompressSync(bytes).byteLength;

const requests = async (reader: Reader, path: string) => {
  const asked: { type: string; path: string }[] = [];
  await reader.open('/404.html', { serviceWorkers: 'block' }, async (page) => {
    await page.goto('about:blank');
    page.on('request', (request) =>
      asked.push({ type: request.resourceType(), path: new URL(request.url()).pathname }),
    );
    await page.goto(reader.site + path, { waitUntil: 'networkidle' });
  });
  return asked;
};

/** Everything that is needed to read a page arrives with it, and it is small. */
export async function testWeight(
  t: TestContext,
  reader: Reader,
  site: BuiltSite,
): Promise<void> {
  await t.test('an article with everything fits into the first round trip', async () => {
    const html = await site.read(`${readingPages.notice.slice(1)}index.html`);
    assert.ok(compressed(html) <= 14_000, `${compressed(html)} bytes`);
  });

  await t.test('nothing that a page asks for holds back its first paint', async () => {
    const html = await site.read(`${readingPages.article.slice(1)}index.html`);
    assert.doesNotMatch(html, /@import/u);
    for (const [tag] of html.matchAll(/<link[^>]+stylesheet[^>]*>/gu))
      assert.match(tag, /media="print"/u);
    for (const [tag] of html.matchAll(/<script[^>]*\ssrc=[^>]*>/gu))
      assert.match(tag, /type="?module/u);
    const asked = await requests(reader, readingPages.article);
    const print = /\/assets\/print\.\w+\.css$/u;
    assert.deepEqual(
      asked.filter(
        ({ type, path }) =>
          !['document', 'font', 'image', 'script', 'manifest', 'other'].includes(type) &&
          !print.test(path),
      ),
      [],
    );
    assert.equal(asked.filter(({ type }) => type === 'document').length, 1);
  });

  await t.test('its scripts are at most 6 KB, compressed', async () => {
    const scripts = (await requests(reader, readingPages.article)).filter(
      ({ type }) => type === 'script',
    );
    assert.ok(scripts.length > 0);
    const sizes = await Promise.all(
      scripts.map(async ({ path }) => compressed(await readFile(join(site.outDir, path)))),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total <= 6_000, `${total} bytes`);
  });

  for (const path of [readingPages.article, readingPages.front, readingPages.arabic]) {
    await t.test(`nothing moves while ${path} loads`, async () => {
      for (const width of [360, 1280]) {
        await reader.open(
          path,
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
        );
      }
    });
  }
}
