import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isParagraphId, paragraphId } from './name-blocks.ts';

test('the id of a paragraph is the beginning of the hash of its text in base32', () => {
  // SHA-256 of "abc" begins ba 78 16 bf 8f.
  assert.equal(paragraphId('abc'), 'p-xj4bnp4p');
});

test('white space and the form of characters make no difference', () => {
  assert.equal(paragraphId(' a\n\tb '), paragraphId('a b'));
  assert.equal(paragraphId('e\u0301'), paragraphId('é'));
  assert.notEqual(paragraphId('a\u00a0b'), paragraphId('a b'));
});

test('knows what looks like the id of a paragraph', () => {
  for (const id of ['p-abcdefgh', 'p-abcdefg7-12']) assert.ok(isParagraphId(id));
  for (const id of ['p-abcdefg', 'p-abcdefg1', 'p-abcdefgh-x', 'ap-abcdefgh'])
    assert.ok(!isParagraphId(id));
});
