import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from './parse-query.ts';

const queries: readonly [typed: string, words: string, without: readonly string[]][] = [
  ['  two \n words ', 'two words', []],
  ['“trade talks”', '"trade talks"', []],
  ['„neue Gespräche“', '"neue Gespräche"', []],
  ['「貿易協議」', '"貿易協議"', []],
  ['«محادثات»', '"محادثات"', []],
  ['bridge -toll', 'bridge', ['toll']],
  ['-toll bridge −ferry', 'bridge', ['toll', 'ferry']],
  ['다리 -통행료', '다리', ['통행료']],
  ['bridge -“toll road”', 'bridge', ['"toll road"']],
  ['bridge -"toll road', 'bridge', ['"toll road"']],
  ['-toll', '', ['toll']],
  ['well-known 2019-2020', 'well-known 2019-2020', []],
  ['a - b', 'a - b', []],
  ['- -- -!', '- -- -!', []],
  ['harbour -', 'harbour -', []],
];
for (const [typed, words, without] of queries) {
  test(`${JSON.stringify(typed)} looks for ${JSON.stringify(words)} and excludes ${without.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(parseQuery(typed), { words, without });
  });
}
