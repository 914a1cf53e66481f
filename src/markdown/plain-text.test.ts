import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderCopy } from './render-copy.ts';
import { testOptions } from './test-options.ts';

const cases: readonly [name: string, copy: string, words: string][] = [
  ['a power', '10<sup>6</sup>명이 왔다.', '10⁶명이 왔다.'],
  ['a negative power', 'It is 10<sup>-3</sup> m.', 'It is 10⁻³ m.'],
  ['an index behind a figure', 'It cost $5<sub>2</sub>.', 'It cost $5₂.'],
  ['deleted figures', '~~5~~6명, 3<del>4</del>5원.', '6명, 35원.'],
  ['what is raised behind a letter', 'H<sub>2</sub>O, m<sup>2</sup>.', 'H2O, m2.'],
  ['a raised word', 'On the 1<sup>st</sup> day.', 'On the 1st day.'],
];

for (const [name, copy, words] of cases)
  test(`summaries state ${name} as the page does`, () => {
    assert.equal(renderCopy(copy, testOptions).copy.lede, words);
  });
