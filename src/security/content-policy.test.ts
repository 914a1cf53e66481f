import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContentPolicy } from './content-policy.ts';
import { inlineHash } from './inline-hash.ts';

const parts = { scripts: ['a()'], styles: ['b{}'], imageOrigins: ['https://images.example'] };

test('an inline text is allowed by its hash alone', () => {
  const { header, page } = createContentPolicy(parts);
  // printf 'a()' | openssl dgst -sha256 -binary | base64
  assert.match(page, /script-src 'self' 'sha256-[\w+/]{43}=';/u);
  assert.match(header, /; style-src 'self' 'sha256-[\w+/]{43}=';/u);
  assert.notEqual(page, createContentPolicy({ ...parts, scripts: ['a( )'] }).page);
  assert.notEqual(header, createContentPolicy({ ...parts, styles: ['b{ }'] }).header);
});

test('a page adds the hashes of its own style sheets', () => {
  const { page, search } = createContentPolicy(parts);
  for (const policy of [page, search]) assert.match(policy, /; style-src 'self'$/u);
});

test('the search alone may compile WebAssembly, where the header lets it', () => {
  const { header, page, search } = createContentPolicy(parts);
  const says = (policy: string) => policy.includes("'wasm-unsafe-eval'");
  assert.deepEqual([header, page, search].map(says), [true, false, true]);
});

test('what a <meta> cannot say stands in the header', () => {
  const { header, page, search } = createContentPolicy(parts);
  assert.equal(header, `${search} ${inlineHash('b{}')}; frame-ancestors 'none'`);
  assert.doesNotMatch(page, /frame-ancestors|sandbox|report-/u);
});

test('a text that is printed twice is named once', () => {
  const { header } = createContentPolicy({ ...parts, styles: ['b{}', 'b{}'] });
  assert.equal(header, createContentPolicy(parts).header);
});

test('origins too many for a header stand in the pages', () => {
  const imageOrigins = Array.from({ length: 60 }, (_, n) => `https://images-${n}.example`);
  const { header, page } = createContentPolicy({ ...parts, imageOrigins });
  assert.ok(`  Content-Security-Policy: ${header}`.length < 2000);
  assert.match(header, /img-src 'self' https:;/u);
  for (const origin of imageOrigins) assert.ok(page.includes(` ${origin}`), origin);
});
