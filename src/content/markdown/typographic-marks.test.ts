import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type QuoteMarks, typographicMarks } from './typographic-marks.ts';

const en: QuoteMarks = { double: ['“', '”'], single: ['‘', '’'] };
const de: QuoteMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const fr: QuoteMarks = { double: ['«\u202f', '\u202f»'], single: ['‹\u202f', '\u202f›'] };
const ar: QuoteMarks = { double: ['«', '»'], single: ['‹', '›'] };
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
  [
    'elisions in German',
    de,
    "'ne Sache, so 'n Ding, 's ist gut",
    '’ne Sache, so ’n Ding, ’s ist gut',
  ],
  [
    'a decade in German',
    de,
    "Die '68er, die '90er-Jahre und Hans' Auto",
    'Die ’68er, die ’90er-Jahre und Hans’ Auto',
  ],
  [
    'people of a year',
    en,
    "the '49ers and the miners' hall",
    'the ’49ers and the miners’ hall',
  ],
  ['a quote behind a small word in Arabic', ar, "قال: و'نعم' بـ'كلمة'", 'قال: و‹نعم› بـ‹كلمة›'],
  ['a name in Arabic text', ar, "قرأ Qur'an و'نعم'", 'قرأ Qur’an و‹نعم›'],
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
  ['inches', en, 'a 5"x7" frame', 'a 5"x7" frame'],
  ['inches before a word', en, 'a 27" screen, 5.5" wide', 'a 27" screen, 5.5" wide'],
  ['inches at the end', en, 'It is 27".', 'It is 27".'],
  ['inches in a quote', en, '"A 27" screen," he said.', '“A 27" screen,” he said.'],
  ['inches that end a quote', en, '"It is 27""', '“It is 27"”'],
  ['two measures in a quote', en, '"30" by 40" wide"', '“30" by 40" wide”'],
  ['a quote that ends in a year', en, '"in 1990" and "in 1995"', '“in 1990” and “in 1995”'],
  ['a quote of a figure', en, 'the "27", \'28\' and "½"', 'the “27”, ‘28’ and “½”'],
  ['feet and inches', en, 'He is 6\'2", or 6\' 2".', 'He is 6\'2", or 6\' 2".'],
  ['feet in a quote', en, "'He is 6' tall,' she said", "‘He is 6' tall,’ she said"],
  ['inches as two marks', en, "a 27'' screen", "a 27'' screen"],
  ['sizes', en, "a 6'x4' board, a 6' × 4' board", "a 6'x4' board, a 6' × 4' board"],
  ['degrees', en, "at 37°33'59\"N 126°58'", "at 37°33'59\"N 126°58'"],
  ['a time', de, 'nach 3\'20" im Ziel', 'nach 3\'20" im Ziel'],
  ['thousands', de, "1'000'000 Franken, 12'500", '1’000’000 Franken, 12’500'],
  ['German inches', de, 'Ein 27" Monitor', 'Ein 27" Monitor'],
  [
    'German inches in a quote',
    de,
    '"Ein 27" Monitor", sagte er.',
    '„Ein 27" Monitor“, sagte er.',
  ],
  [
    'French inches',
    fr,
    'Un écran de 27" et "un autre"',
    'Un écran de 27" et «\u202fun autre\u202f»',
  ],
  ['Japanese inches', ja, '27"モニターと32"テレビ', '27"モニターと32"テレビ'],
  ['Japanese inches beside a quote', ja, '27"モニターは"安い"と', '27"モニターは「安い」と'],
  ['Japanese inches in a quote', ja, '"27"モニター"と言う', '「27"モニター」と言う'],
  ['Japanese quotes of figures', ja, '"27"と"28"を', '「27」と「28」を'],
  ['a Chinese quote behind a figure', en, '2024"改革"方案', '2024“改革”方案'],
  ['Korean inches', en, '27" 모니터, 27"는 "크다"', '27" 모니터, 27"는 “크다”'],
  [
    'Korean inches in a quote',
    en,
    '"27"와 32"의 모니터"라고 "말"했다',
    '“27"와 32"의 모니터”라고 “말”했다',
  ],
  ['three Japanese inches', ja, '27"、32"、40"の三種', '27"、32"、40"の三種'],
  ['inches in single quotes', ja, "'27\"'画面と'28\"'", '『27"』画面と『28"』'],
  ['singles after a comma', en, "'a','b' and 'c';'d'", '‘a’,‘b’ and ‘c’;‘d’'],
  ['singles after a point', en, "'가'·'나'·'다'", '‘가’·‘나’·‘다’'],
  ['singles after a wide comma', ja, "'A'、'B'", '『A』、『B』'],
  ['spaces within quotes', fr, 'Il dit " oui " (" non ")', 'Il dit « oui » (« non »)'],
  ['a possessive of code', en, "\uFFFC's page", '\uFFFC’s page'],
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
