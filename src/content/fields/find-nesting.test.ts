import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNesting } from './find-nesting.ts';

const texts: readonly [what: string, text: string, place: string | undefined][] = [
  ['lists as people write them', 'a: [1, [2]]\nb: {c: [d]}\n', undefined],
  ['many brackets side by side', `a: ${'[] '.repeat(5000)}`, undefined],
  [
    'brackets in quotation marks',
    `a: "${'['.repeat(500)}"\nb: '${'{'.repeat(500)}'`,
    undefined,
  ],
  ['rules of hyphens', `a: |\n  ${'-'.repeat(500)}`, undefined],
  ['brackets within each other', `a: 1\nb: ${'['.repeat(50_000)}`, '4:104'],
  ['braces within each other', '{"a":'.repeat(50_000), '3:501'],
  ['lists in one line', `a:\n  ${'- '.repeat(50_000)}`, '4:1'],
];

for (const [what, text, place] of texts)
  test(`${what}: ${place === undefined ? 'parsed' : 'not parsed'}`, () => {
    const found = findNesting(text, 3);
    assert.equal(found && `${found.line}:${found.column}`, place);
  });
