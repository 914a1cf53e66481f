import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { parsePictureNote, pictureOfNote } from './picture-note.ts';

const read = (yaml: string) =>
  parsePictureNote(yaml, { picture: 'quay.jpg', file: 'content/quay.jpg.yaml' });

test('a note is named after its picture', () => {
  assert.equal(pictureOfNote('a/quay.jpg.yaml'), 'a/quay.jpg');
  assert.equal(pictureOfNote('a/QUAY.JPEG.yaml'), 'a/QUAY.JPEG');
  for (const path of [
    'publication.yaml',
    'quay.yaml',
    'quay.jpg.yml',
    'quay.md.yaml',
    '.jpg.yaml',
  ])
    assert.equal(pictureOfNote(path), undefined);
});

test('reads values by language', () => {
  const { note, problems } = read(
    [
      'alt: A quay',
      'caption: {en: The quay., ko: 부두.}',
      'credit:',
      '  en: Jane Roe via Archive / CC0',
      '  ko: {creator: 제인 로, source: 기록원, licence: CC0}',
    ].join('\n'),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(note?.alt, { '': 'A quay' });
  assert.deepEqual(note?.caption, { en: 'The quay.', ko: '부두.' });
  assert.deepEqual(
    Object.entries(note?.credit ?? {}).map(([language, { creator, licence }]) => [
      language,
      creator,
      licence,
    ]),
    [
      ['en', 'Jane Roe', 'CC0 1.0'],
      ['ko', '제인 로', 'CC0 1.0'],
    ],
  );
});

test('reads a credit in parts as one for all languages', () => {
  const { note } = read('credit: {title: Quay, creator: Jane Roe}');
  assert.deepEqual(note?.credit, { '': { title: 'Quay', creator: 'Jane Roe' } });
  assert.deepEqual(note?.place, { file: 'content/quay.jpg.yaml', line: 1, column: 9 });
});

test('accepts an empty note', () => {
  assert.deepEqual(read('').problems, []);
  assert.deepEqual(read('# later\n').note?.credit, undefined);
});

const wrong: readonly [yaml: string, ...lines: RegExp[]][] = [
  ['alt: [', /:\d+:\d+ {2}note of a picture: expected valid YAML, got /],
  [
    '- a',
    /note of a picture: expected valid YAML, got "- a" \(text that is not a field\); write fields such as/,
  ],
  [
    'credit: {licence: CC BY 4.0}',
    /:1:\d+ {2}credit\.creator: missing; expected the creator's name, which CC BY 4\.0 requires .*; add `creator: NAME`$/,
  ],
  [
    'credit:\n  ko:\n    licence: CC BY 4.0',
    /:3:\d+ {2}credit\.ko\.creator: missing; expected/,
  ],
  [
    'credit: {changes: cropped}',
    /:1:\d+ {2}credit: expected a name: `creator:`.*, got a mapping/,
  ],
  [
    'caption: {english words: x}',
    /caption: expected language tags such as en or zh-Hans, not english words/,
  ],
  ['caption: [a, b]', /caption: expected text, or text by language/],
  ['creidt: Jane', /:1:1 {2}warning: creidt: .*did you mean `credit`\?/],
  [
    'credit: {creator: Jane, licence: Mine}',
    /warning: credit\.licence: expected a known licence/,
  ],
  ['credit: {creator: Jane, creatorUrl: "javascript:x"}', /creatorUrl: expected an address/],
];

for (const [yaml, ...lines] of wrong) {
  test(`${JSON.stringify(yaml)} is reported with its line`, () => {
    const reported = read(yaml).problems.map(formatProblem);
    assert.equal(reported.length, lines.length, reported.join('\n'));
    for (const [index, line] of lines.entries()) assert.match(reported[index] ?? '', line);
  });
}

test('warns about markup and removes hidden comments', () => {
  const { note, problems } = read(
    'alt: A *quay*\ncaption: {en: "The quay <!-- which? -->", ko: "**부두**"}\ncredit: {en: "[Jane Roe](https://roe.example/) via Archive / CC0", ko: {creator: "<b>로</b>", licence: CC0}}\n',
  );
  assert.deepEqual(
    problems.map((problem) => formatProblem(problem).replace(/;.*/u, '')),
    [
      'content/quay.jpg.yaml:2:25  warning: caption.en: expected text for readers, got "<!-- which? -->" (a hidden comment)',
      'content/quay.jpg.yaml:1:8  warning: alt: expected plain text, got "*quay*" (emphasis marks)',
      'content/quay.jpg.yaml:2:48  warning: caption.ko: expected plain text, got "**부두**" (bold marks)',
      'content/quay.jpg.yaml:3:83  warning: credit.ko.creator: expected plain text, got "<b>" (an HTML tag)',
      'content/quay.jpg.yaml:3:87  warning: credit.ko.creator: expected plain text, got "</b>" (an HTML tag)',
    ],
  );
  assert.deepEqual(note?.caption, { en: 'The quay', ko: '**부두**' });
});
