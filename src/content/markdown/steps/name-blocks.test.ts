import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isParagraphId, paragraphId } from './name-blocks.ts';

test('a paragraph id is the start of the base32 hash of its text', () => {
  // SHA-256 of "abc" begins ba 78 16 bf 8f.
  assert.equal(paragraphId('abc'), 'p-xj4bnp4p');
});

test('white space and Unicode normalization do not change a paragraph id', () => {
  assert.equal(paragraphId(' a\n\tb '), paragraphId('a b'));
  assert.equal(paragraphId('e\u0301'), paragraphId('é'));
  assert.notEqual(paragraphId('a\u00a0b'), paragraphId('a b'));
});

test('recognises the form of a paragraph id', () => {
  for (const id of ['p-abcdefgh', 'p-abcdefg7-12']) assert.ok(isParagraphId(id));
  for (const id of ['p-abcdefg', 'p-abcdefg1', 'p-abcdefgh-x', 'ap-abcdefgh'])
    assert.ok(!isParagraphId(id));
});
