import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceOf, proposeQuery } from './propose-query.ts';

const words = ['bridge', 'harbour', 'council', 'Łódź', '의회', '대통령', 'counsel', 'strasse'];

const queries: readonly [
  query: string,
  lost: readonly string[],
  proposed: string | undefined,
][] = [
  ['brigde', ['brigde'], 'bridge'],
  ['old brigde -toll', ['brigde'], 'old bridge -toll'],
  ['"old brigde"', ['"old brigde"'], undefined],
  ['"the brigde"', ['"the brigde"'], undefined],
  ['hrabor', ['hrabor'], 'harbour'],
  ['harbuor', ['harbuor'], 'harbour'],
  ['counsil', ['counsil'], 'council'],
  ['lodzz', ['lodzz'], 'Łódź'],
  ['의훼', ['의훼'], '의회'],
  ['대통렁', ['대통렁'], '대통령'],
  ['zzzz', ['zzzz'], undefined],
  ['cat', ['cat'], undefined],
  ['bridge', [], undefined],
  ['Bridge', ['Bridge'], undefined],
];
for (const [query, lost, proposed] of queries) {
  test(`${query} is ${proposed === undefined ? 'not replaced' : `probably ${proposed}`}`, () => {
    assert.equal(proposeQuery(query, lost, { words, language: 'en' }), proposed);
  });
}

for (const [one, other, distance] of [
  ['', 'ab', 2],
  ['ab', 'ba', 1],
  ['kitten', 'sitting', 3],
  ['same', 'same', 0],
] as const) {
  test(`${one} and ${other} differ in ${distance}`, () => {
    assert.equal(distanceOf([...one], [...other], 9), distance);
    assert.ok(distanceOf([...one], [...other], 1) >= Math.min(1, distance));
  });
}
