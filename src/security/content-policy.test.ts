import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContentPolicy } from './content-policy.ts';
import { inlineHash } from './inline-hash.ts';

const parts = { scripts: ['a()'], styles: ['b{}'], imageOrigins: ['https://images.example'] };

test('allows an inline text only by its hash', () => {
  const { header, page } = createContentPolicy(parts);
  // printf 'a()' | openssl dgst -sha256 -binary | base64
  assert.match(page, /script-src 'self' 'sha256-[\w+/]{43}=';/u);
  assert.match(header, /; style-src 'self' 'sha256-[\w+/]{43}=';/u);
  assert.notEqual(page, createContentPolicy({ ...parts, scripts: ['a( )'] }).page);
  assert.notEqual(header, createContentPolicy({ ...parts, styles: ['b{ }'] }).header);
});

test('ends with the sources of styles, so that a page can add hashes', () => {
  const { page, search } = createContentPolicy(parts);
  for (const policy of [page, search]) assert.match(policy, /; style-src 'self'$/u);
});

test('allows only the search to compile WebAssembly', () => {
  const { header, page, search } = createContentPolicy(parts);
  const says = (policy: string) => policy.includes("'wasm-unsafe-eval'");
  assert.deepEqual([header, page, search].map(says), [true, false, true]);
});

test('puts directives that a <meta> cannot have into the header', () => {
  const { header, page, search } = createContentPolicy(parts);
  assert.equal(header, `${search} ${inlineHash('b{}')}; frame-ancestors 'none'`);
  assert.doesNotMatch(page, /frame-ancestors|sandbox|report-/u);
});

test('lists a text once that is printed twice', () => {
  const { header } = createContentPolicy({ ...parts, styles: ['b{}', 'b{}'] });
  assert.equal(header, createContentPolicy(parts).header);
});

test('puts origins into the pages if there are too many for the header', () => {
  const imageOrigins = Array.from({ length: 90 }, (_, n) => `https://images-${n}.example`);
  const { header, page } = createContentPolicy({ ...parts, imageOrigins });
  assert.ok(`  Content-Security-Policy: ${header}`.length < 2000);
  assert.match(header, /img-src 'self' https:;/u);
  for (const origin of imageOrigins) assert.ok(page.includes(` ${origin}`), origin);
});

test('has a header that hosts accept, with many style sheets as well', () => {
  const styles = Array.from({ length: 20 }, (_, n) => `b${n}{}`);
  const imageOrigins = Array.from({ length: 20 }, (_, n) => `https://images-${n}.example`);
  const { header } = createContentPolicy({ ...parts, styles, imageOrigins });
  assert.ok(`  Content-Security-Policy: ${header}`.length < 2000);
});
