import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toExcerptParts } from './mark-excerpt.ts';

const cases: readonly [excerpt: string, parts: readonly [text: string, isMarked: boolean][]][] =
  [
    ['', []],
    [
      'a <mark>bridge</mark> here',
      [
        ['a ', false],
        ['bridge', true],
        [' here', false],
      ],
    ],
    ['<mark>习</mark><mark>近平</mark>', [['习近平', true]]],
    [
      'a\u200b<mark>b</mark>\u200bc',
      [
        ['a', false],
        ['b', true],
        ['c', false],
      ],
    ],
    [
      '&lt;img src=x onerror=alert(1)&gt; <mark>&lt;b&gt;</mark>',
      [
        ['<img src=x onerror=alert(1)> ', false],
        ['<b>', true],
      ],
    ],
    ['half a <mark> mark', [['half a <mark> mark', false]]],
  ];
for (const [excerpt, parts] of cases) {
  test(`the excerpt “${excerpt}” is text and marks`, () => {
    const found = toExcerptParts(excerpt).map(({ text, isMarked }) => [text, isMarked]);
    assert.deepEqual(found, parts);
  });
}
