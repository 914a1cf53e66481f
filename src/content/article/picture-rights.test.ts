import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../../language/words-for.ts';
import { parseCreditLine } from './credit.ts';
import { toPictureRights } from './picture-rights.ts';

const rightsOf = (line: string, language = 'en') =>
  toPictureRights(parseCreditLine(line), wordsFor(language).words);

test('a credit line names creator and source', () => {
  assert.deepEqual(rightsOf('Jane Roe via Wikimedia Commons'), {
    creator: 'Jane Roe',
    creditLine: 'Jane Roe via Wikimedia Commons',
  });
});

test('a licence gives the copyright notice and its URL', () => {
  assert.deepEqual(rightsOf('Jane Roe / CC BY 4.0'), {
    creator: 'Jane Roe',
    creditLine: 'Jane Roe',
    copyrightNotice: 'Jane Roe, CC BY 4.0',
    webStatement: 'https://creativecommons.org/licenses/by/4.0/',
  });
});

test('the line is in the language of the edition', () => {
  assert.notEqual(rightsOf('A via B', 'ko').creditLine, rightsOf('A via B', 'en').creditLine);
});
