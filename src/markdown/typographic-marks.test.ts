import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type QuoteMarks, typographicMarks } from './typographic-marks.ts';

const en: QuoteMarks = { double: ['“', '”'], single: ['‘', '’'] };
const de: QuoteMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const fr: QuoteMarks = { double: ['«\u202f', '\u202f»'], single: ['‹\u202f', '\u202f›'] };
const ja: QuoteMarks = { double: ['「', '」'], single: ['『', '』'] };

const cases: readonly (readonly [string, QuoteMarks, string, string])[] = [
  ['a quote', en, '"Hello," he said.', '“Hello,” he said.'],
  ['a quote alone', en, '"Hello."', '“Hello.”'],
  ['a paragraph of a longer quote is not closed', en, '"And then', '“And then'],
  ['an apostrophe', en, "it's o'clock in the 1990's", 'it’s o’clock in the 1990’s'],
  ['a possessive plural', en, "the dogs' bowl", 'the dogs’ bowl'],
  ['a decade', en, "the '90s and '80s", 'the ’90s and ’80s'],
  ['a decade within quotes', en, '"the \'90s"', '“the ’90s”'],
  ['elisions', en, "'tis rock 'n' roll, get 'em", '’tis rock ’n’ roll, get ’em'],
  ['a word that lost its beginning', en, "'Merica", '’Merica'],
  ['a quote within a quote', en, '"He said \'no\' twice"', '“He said ‘no’ twice”'],
  [
    'a quote that begins and ends with another',
    en,
    "\"'Yes,' he said, 'no'\"",
    '“‘Yes,’ he said, ‘no’”',
  ],
  ['a double within a single', en, '\'He said "no"\'', '‘He said “no”’'],
  ['brackets', en, '("quoted") ["x"]', '(“quoted”) [“x”]'],
  ['a dash before a quote', en, 'word--"quote"--word', 'word–“quote”–word'],
  ['a dash that ends a quote', en, '"I was---" she began', '“I was—” she began'],
  ['an ellipsis that begins a quote', en, '"...and so on..."', '“…and so on…”'],
  [
    'marks of code and pictures',
    en,
    `"${'\uFFFC'}" and "a ${'\uFFFC'}"`,
    '“\uFFFC” and “a \uFFFC”',
  ],
  ['inches', en, 'a 5"x7" frame', 'a 5”x7” frame'],
  ['a question', en, 'Did he say "no"?', 'Did he say “no”?'],
  ['two quotes', en, '"a" and "b"', '“a” and “b”'],
  ['a colon before', en, 'He said:"no" again', 'He said:“no” again'],
  ['typographic marks already there', en, '“it’s” ‘so’ — …', '“it’s” ‘so’ — …'],
  [
    'German',
    de,
    '"Hallo", sagte er, "wie geht\'s \'Karl\'?"',
    '„Hallo“, sagte er, „wie geht’s ‚Karl‘?“',
  ],
  ['French', fr, 'Il a dit "l\'homme" hier', 'Il a dit «\u202fl’homme\u202f» hier'],
  ['French brackets', fr, '("oui")', '(«\u202foui\u202f»)'],
  ['Japanese without spaces', ja, '彼は"はい"と言った。', '彼は「はい」と言った。'],
  ['Japanese singles', ja, "彼は'はい'と言った。", '彼は『はい』と言った。'],
  ['English words in Japanese', ja, "it's です", 'it’s です'],
  [
    'Korean',
    en,
    '그는 "안녕"이라고, \'또\'라고 말했다.',
    '그는 “안녕”이라고, ‘또’라고 말했다.',
  ],
  ['a spaced dash', en, 'one -- two --- three', 'one – two — three'],
  ['years', en, '2019--2024', '2019–2024'],
  [
    'options, arrows, rules and comments',
    en,
    'git --force a --> b <-- c ---- <!-- .. ....',
    'git --force a --> b <-- c ---- <!-- .. ....',
  ],
  ['an ellipsis', en, 'wait...', 'wait…'],
  ['a lone quote between spaces', en, 'a " b " c', 'a “ b ” c'],
  ['emoji beside a quote', en, '"😀" said', '“😀” said'],
];

for (const [name, marks, text, expected] of cases) {
  test(`sets marks: ${name}`, () => {
    const instead = typographicMarks(text, marks);
    const set = text
      .split('')
      .map((unit, index) => instead.get(index) ?? unit)
      .join('');
    assert.equal(set, expected);
  });
}

test('sets marks in linear time', () => {
  for (const text of ['"', "'", '"\'', " '", "a'", '--', '...', '" '])
    typographicMarks(text.repeat(200_000 / text.length), en);
});
