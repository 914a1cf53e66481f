import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliSize } from './brotli-size.ts';
import { countParts } from './count-parts.ts';

test('counts bytes by part; inline ones add up to the document', () => {
  const html = `<style>${'a{color:red}'.repeat(9)}</style><p>Text</p><script>run(1)</script>`;
  const picture = { type: 'image/jpeg', body: Buffer.alloc(1000) };
  const parts = countParts([
    { type: 'text/html; charset=utf-8', body: Buffer.from(html) },
    { type: 'text/css', body: Buffer.from('b{}') },
    picture,
    picture,
  ]);
  assert.deepEqual(parts['pictures'], { plain: 2000, brotli: 2000 });
  assert.deepEqual(parts['CSS files'], { plain: 3, brotli: brotliSize('b{}') });
  assert.deepEqual(parts['JS files'], { plain: 0, brotli: 0 });
  const inline = [parts['HTML'], parts['CSS inline'], parts['JS inline']];
  const sum = (kind: 'plain' | 'brotli') => inline.reduce((all, size) => all + size[kind], 0);
  assert.equal(sum('plain'), html.length);
  assert.equal(sum('brotli'), brotliSize(html));
});
