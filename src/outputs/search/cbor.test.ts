import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfItem, itemsOf, readText, writeArray, writeText } from './cbor.ts';

test('arrays of texts are written and read again', () => {
  const texts = ['', 'a', '한국', 'x'.repeat(23), 'y'.repeat(24), 'z'.repeat(300), '𝄞'];
  for (const count of [0, 1, 23, 24, 255, 256, 70_000]) {
    const items = Array.from(
      { length: count },
      (_, index) => texts[index % texts.length] ?? '',
    );
    const bytes = writeArray(items.map(writeText));
    const places = itemsOf(bytes, 0);
    assert.equal(places.length, count + 1);
    assert.equal(places.at(-1), bytes.length);
    assert.deepEqual(
      places.slice(0, -1).map((at) => readText(bytes, at)),
      items,
    );
  }
});

// From appendix A of RFC 8949.
for (const [what, hex] of [
  ['a number', '1a000f4240'],
  ['a large number', '1b000000e8d4a51000'],
  ['a negative number', '3903e7'],
  ['a half float', 'f93c00'],
  ['true', 'f5'],
  ['bytes', '4401020304'],
  ['a map', 'a26161016162820203'],
  ['a tag', 'c11a514b67b0'],
  ['nested arrays', '8301820203820405'],
] as const) {
  test(`skips ${what}`, () => {
    const bytes = Buffer.from(hex, 'hex');
    assert.equal(endOfItem(bytes, 0), bytes.length);
  });
}

test('refuses arrays without a length, and other items', () => {
  assert.throws(() => endOfItem(Buffer.from('9f01ff', 'hex'), 0), /not expected/u);
  assert.throws(() => itemsOf(Buffer.from('01', 'hex'), 0), /not expected/u);
  assert.throws(() => readText(Buffer.from('01', 'hex'), 0), /not expected/u);
});
