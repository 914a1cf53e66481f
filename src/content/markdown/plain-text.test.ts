import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { renderMarkdown } from './render-markdown.ts';

const cases: readonly [name: string, source: string, words: string][] = [
  ['a power', '10<sup>6</sup>명이 왔다.', '10⁶명이 왔다.'],
  ['a negative power', 'It is 10<sup>-3</sup> m.', 'It is 10⁻³ m.'],
  ['an index behind a figure', 'It cost $5<sub>2</sub>.', 'It cost $5₂.'],
  [
    'a figure with a footnote',
    'In 2024[^1] by 5[^2]%, 10<sup>6</sup>[^1].\n\n[^1]: One.\n[^2]: Two.',
    'In 2024 by 5%, 10⁶.',
  ],
  ['a power of a number', 'It is 2<sup>n</sup>, 2<sup>-n</sup>.', 'It is 2ⁿ, 2⁻ⁿ.'],
  ['a fraction', 'It is 3<sup>1</sup>/<sub>2</sub> m.', 'It is 3¹/₂ m.'],
  [
    'a word with a reading for each letter',
    '<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>の<ruby>漢字<rp>(</rp><rt>kanji</rt><rp>)</rp></ruby>',
    '東京（とうきょう）の漢字(kanji)',
  ],
  ['a quotation of HTML', 'He said <q>no, <q>never</q></q>.', 'He said “no, ‘never’”.'],
  ['deleted figures', '~~5~~6명, 3<del>4</del>5원.', '6명, 35원.'],
  ['what is raised behind a letter', 'H<sub>2</sub>O, m<sup>2</sup>.', 'H2O, m2.'],
  ['a raised word', 'On the 1<sup>st</sup> day.', 'On the 1st day.'],
];

for (const [name, source, words] of cases)
  test(`summaries state ${name} as the page does`, () => {
    assert.equal(renderMarkdown(source, testOptions).rendered.lede, words);
  });

test('the text of a heading omits a footnote mark after a digit', () => {
  const { outline } = renderMarkdown('## In 2024[^1]\n\n[^1]: A.', testOptions).rendered;
  assert.deepEqual(outline, [{ depth: 2, id: 'in-2024', text: 'In 2024' }]);
});
