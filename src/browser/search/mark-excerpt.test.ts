import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toExcerptParts, withoutHeading } from './mark-excerpt.ts';

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
    [
      'said “<mark>sand.</mark> Then',
      [
        ['said “', false],
        ['sand', true],
        ['.', false],
        [' Then', false],
      ],
    ],
    [
      '<mark>«pont»,</mark> <mark>100%.</mark>',
      [
        ['«', false],
        ['pont', true],
        ['»,', false],
        [' ', false],
        ['100%', true],
        ['.', false],
      ],
    ],
    [
      '<mark>다리를,</mark>',
      [
        ['다리를', true],
        [',', false],
      ],
    ],
    ['<mark>—</mark>', [['—', false]]],
    ['half a <mark> mark', [['half a <mark> mark', false]]],
  ];
for (const [excerpt, parts] of cases) {
  test(`splits the excerpt “${excerpt}” into text and marks`, () => {
    const found = toExcerptParts(excerpt).map(({ text, isMarked }) => [text, isMarked]);
    assert.deepEqual(found, parts);
  });
}

for (const [excerpt, heading, shown] of [
  ['Where. The first boat left.', 'Where', 'The first boat left.'],
  ['Where. The <mark>first</mark> boat.', 'Where', 'The [first] boat.'],
  ['<mark>Where</mark>. The first boat.', 'Where', 'The first boat.'],
  ['Where? The first boat.', 'Where?', 'The first boat.'],
  ['Where the first boat was.', '', 'Where the first boat was.'],
  ['The boat. Where. There.', 'Where', 'The boat. Where. There.'],
  ['<mark>Where</mark>', 'Where', '[Where]'],
  ['市\u200b議会\u200b。\u200b橋\u200bを', '市議会', '橋を'],
] as const) {
  test(`shows “${excerpt}” below “${heading}” as “${shown}”`, () => {
    const parts = withoutHeading(toExcerptParts(excerpt), heading);
    assert.equal(
      parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join(''),
      shown,
    );
  });
}
