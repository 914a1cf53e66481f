import assert from 'node:assert/strict';
import { createAsk } from './ask.ts';

/**
 * Follows every link of a site from `start`. Every target must exist at exactly the given address,
 * below `start`, be on one of the `otherOrigins`, or an email address. Returns the paths.
 */
export async function crawl(
  origin: string,
  start: string,
  otherOrigins: readonly string[],
): Promise<Set<string>> {
  const ask = createAsk(origin);
  const seen = new Set([start]);
  for (const path of seen) {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 200, path);
    if (!headers['content-type']?.startsWith('text/html')) continue;
    // Scripts contain markup as text.
    const markup = body.toString().replaceAll(/(<script\b[^>]*>).*?<\/script>/gsu, '$1');
    for (const [tag, address = ''] of markup.matchAll(
      /<(?!link rel="(?:canonical|alternate)")[^>]+\s(?:href|src)="([^"]*)"[^>]*>/gu,
    )) {
      const url = new URL(address.replaceAll('&amp;', '&'), origin + path);
      if (url.protocol === 'mailto:') continue;
      if (url.origin !== origin) {
        assert.ok(otherOrigins.includes(url.origin), `${path} links to another origin: ${tag}`);
        continue;
      }
      assert.ok(url.pathname.startsWith(start), `${path} links out of ${start}: ${tag}`);
      seen.add(url.pathname);
    }
  }
  return seen;
}
