import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, listKnownWords } from './known-words.ts';
import type { SearchRecord } from './search-record.ts';

const record = (headline: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  ...{ address: '/a/', language: 'en', headline, day: '2026-01-06', date: '', body: 'a' },
  ...{ topics: [], authors: [] },
  ...more,
});

test('the words of headlines, standfirsts, bylines and sections are known, frequent ones first', () => {
  const words = listKnownWords([
    countWords([
      record('The bridge', { standfirst: 'A bridge of Łódź, 2026', byline: 'Jane Roe' }),
      record('Bridges and 대통령', { section: { slug: 'city', name: 'City' } }),
    ]),
    countWords([record('橋は残る'), record('대통령')]),
  ]);
  assert.deepEqual(words, ['bridge', '대통령', 'bridges', 'city', 'jane', 'łódź']);
});

test('the list of known words has a limit', () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    String.fromCodePoint(
      ...[...String(index).padStart(4, '0')].map((digit) => 97 + Number(digit)),
    ),
  );
  assert.equal(listKnownWords([countWords([record(many.join(' '))])]).length, 4000);
});
