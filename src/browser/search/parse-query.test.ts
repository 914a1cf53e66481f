import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from './parse-query.ts';

const queries: readonly [
  typed: string,
  terms: readonly string[],
  without: readonly string[],
][] = [
  ['  two \n words ', ['two', 'words'], []],
  ['“trade talks”', ['"trade talks"'], []],
  ['„neue Gespräche“', ['"neue Gespräche"'], []],
  ['「貿易協議」', ['"貿易協議"'], []],
  ['«محادثات»', ['"محادثات"'], []],
  ['new "trade talks" soon', ['new', '"trade talks"', 'soon'], []],
  ['橋　"貿易 協議"', ['橋', '"貿易 協議"'], []],
  ['bridge -toll', ['bridge'], ['toll']],
  ['-toll bridge −ferry', ['bridge'], ['toll', 'ferry']],
  ['다리 -통행료', ['다리'], ['통행료']],
  ['bridge -“toll road”', ['bridge'], ['"toll road"']],
  ['bridge -"toll road', ['bridge'], ['"toll road"']],
  ['"toll road', ['"toll road"'], []],
  ['a" b', ['a', 'b'], []],
  ['-toll', [], ['toll']],
  ['well-known 2019-2020', ['well-known', '2019-2020'], []],
  ['1 000 000 people', ['1 000 000', 'people'], []],
  ['in 2026 100', ['in', '2026', '100'], []],
  ['a - b', ['a', 'b'], []],
  ['- -- -! … "" "  " “”', [], []],
  ['harbour -', ['harbour'], []],
  ['the the THE', ['the', 'THE'], []],
  ['a\u0000b\u202e', ['a', 'b'], []],
  ['<img src=x onerror=alert(1)>', ['<img', 'src=x', 'onerror=alert(1)>'], []],
];
for (const [typed, terms, without] of queries) {
  test(`${JSON.stringify(typed)} looks for ${terms.join(', ') || 'nothing'} and excludes ${without.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(parseQuery(typed), { terms, without });
  });
}
