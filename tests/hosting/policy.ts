import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { inlineHash } from '../../src/security/inline-hash.ts';
import type { BuiltSite } from '../test-site.ts';

const META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

const withoutStyles = (policy: string) =>
  policy.replace(/style-src 'self'(?: 'sha256-[\w+/]{43}=')*/u, "style-src 'self'");

/** Every page starts with its policy, which allows exactly the scripts and styles of the page. */
export async function testPolicy(t: TestContext, site: BuiltSite): Promise<void> {
  const header = /Content-Security-Policy: (.*)/u.exec(await site.read('_headers'))?.[1] ?? '';
  const pages = (await site.list()).filter((file) => file.endsWith('.html'));

  await t.test('the header allows only what it names', () => {
    assert.match(header, /^default-src 'none';/u);
    assert.match(header, /frame-ancestors 'none'/u);
    assert.match(header, /'wasm-unsafe-eval'/u);
    assert.match(header, /img-src 'self' https:\/\/images\.example;/u);
    assert.doesNotMatch(header, /'unsafe-(?:inline|eval|hashes)'/u);
  });

  await t.test(
    'every page allows its own style sheets, and otherwise the same; the search also WebAssembly',
    async () => {
      assert.ok(pages.length > 15);
      const metas = new Set<string>();
      const search = new Set<string>();
      for (const file of pages) {
        const html = await site.read(file);
        const [meta = '', policy = ''] = META.exec(html) ?? [];
        assert.ok(
          html.includes(`<meta charset="utf-8">${meta}`) ||
            html.includes(`<meta charset="utf-8">\n${meta}`),
          file,
        );
        const plain = policy.replaceAll('&#39;', "'").replaceAll('&#x27;', "'");
        (/(?:^|\/)search\/index\.html$/u.test(file) ? search : metas).add(withoutStyles(plain));
        for (const [, attributes = '', text = ''] of html.matchAll(
          /<script([^>]*)>(.*?)<\/script>/gsu,
        )) {
          const isData = /type="application\/(?:ld\+)?json"/u.test(attributes);
          if (!isData && !/\ssrc=/u.test(attributes))
            assert.ok(plain.includes(inlineHash(text)), `${file}: ${text.slice(0, 60)}`);
        }
        const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gsu)].map(
          ([, text = '']) => text,
        );
        const allowed = styles.map((text) => ` ${inlineHash(text)}`).join('');
        assert.ok(plain.endsWith(`style-src 'self'${allowed}`), file);
        for (const text of styles) assert.ok(header.includes(inlineHash(text)), file);
        assert.doesNotMatch(html, /<[^>]*\s(?:style|on[a-z]+)=/u, file);
      }
      const inPages = withoutStyles(header).replace("; frame-ancestors 'none'", '');
      assert.deepEqual([...metas], [inPages.replace(" 'wasm-unsafe-eval'", '')]);
      assert.deepEqual([...search], [inPages]);
    },
  );
}
