import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { groupsOf, wordForms } from '../language/word-forms.ts';
import { WORDS } from '../language/words-for.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { parseWords } from './parse-words.ts';

function parse(text: string, language = 'en', base = WORDS.en, isNew = false) {
  const read = parseWords(text, { file: 'w.yaml', language, base, isNew });
  return { words: read.words, problems: read.problems.map(formatProblem) };
}

for (const [language, words] of Object.entries(WORDS))
  test(`the words of ${language} as a file change nothing and have no problem`, () => {
    const { words: own, problems } = parse(
      stringify(groupsOf(words)),
      language,
      WORDS.en,
      true,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(own, words);
  });

test('changes the words that it has, and keeps the others', () => {
  const { words } = parse(
    'article: {byline: "Words by {names}", readingTime: {one: "# minute", other: "# minutes"}}\nreading: {theme: {dark: Night}}',
  );
  assert.equal(words?.article.byline, 'Words by {names}');
  assert.deepEqual(words?.article.readingTime, { one: '# minute', other: '# minutes' });
  assert.equal(words?.article.updated, WORDS.en.article.updated);
  assert.deepEqual(words?.reading.theme, { ...WORDS.en.reading.theme, dark: 'Night' });
});

test('a text is the plural form for all counts', () => {
  const { words } = parse('article: {readingTime: "약 #분"}', 'ko', WORDS.ko);
  assert.deepEqual(words?.article.readingTime, { other: '약 #분' });
});

test('keeps the spaces of what is printed between words, and removes others', () => {
  const { words } = parse('page: {labelSeparator: " – ", close: "  Shut  "}');
  assert.equal(words?.page.labelSeparator, ' – ');
  assert.equal(words?.page.close, 'Shut');
});

const faults: readonly [text: string, ...problems: string[]][] = [
  [
    'article:\n  bylin: By {names}\n',
    'w.yaml:2:3  warning: article.bylin: expected a known field, got "bylin"; did you mean `byline`?',
  ],
  [
    'articel:\n  byline: By {names}\n',
    'w.yaml:1:1  warning: articel: expected a known field, got "articel"; did you mean `article`?',
  ],
  [
    'article: {byline: By}',
    'w.yaml:1:19  article.byline: expected text with {names}, and no other placeholder, got "By"',
  ],
  [
    'article: {byline: "By {names} on {date}"}',
    'w.yaml:1:19  article.byline: expected text with {names}, and no other placeholder, got "By {names} on {date}"',
  ],
  [
    'article: {updated: "Revised {date}"}',
    'w.yaml:1:20  article.updated: expected text without placeholders in braces, got "Revised {date}"',
  ],
  [
    'picture: {credit: "{creator}, {from}"}',
    'w.yaml:1:19  picture.credit: expected text with {creator} and {source}, and no other placeholder, got "{creator}, {from}"',
  ],
  [
    'lists: {numberOfArticles: {few: "#", other: "# articles"}}',
    'w.yaml:1:33  lists.numberOfArticles.few: expected text with # for the number, by `one`, `other` (the plural forms of this language), got "#"',
  ],
  [
    'lists: {numberOfArticles: {one: "# article"}}',
    'w.yaml:1:27  lists.numberOfArticles: expected `other` with # for the number, got a mapping',
  ],
  [
    'lists: {numberOfArticles: {other: articles}}',
    'w.yaml:1:35  lists.numberOfArticles.other: expected `other` with # for the number, got "articles"',
  ],
  [
    'article:\n  updated:\n',
    'w.yaml:2:3  article.updated: missing; expected text; write the word, or remove the line to keep ours',
  ],
  [
    'article: {updated: "\u200b"}',
    'w.yaml:1:20  article.updated: expected text that readers see, got U+200B (zero-width space), which nobody sees',
  ],
  [
    `article: {updated: ${'long '.repeat(200)}}`,
    'w.yaml:1:20  article.updated: expected text of at most 500 characters, got "long long long long long long long long long long long long…"',
  ],
  [
    'article: {updated: "**Revised**"}',
    'w.yaml:1:21  warning: article.updated: expected plain text, got "**Revised**" (bold marks); plain text is printed as written; write the words alone',
  ],
  ['article: {updated: [a]}', 'w.yaml:1:20  article.updated: expected text, got a list of 1'],
  [
    'article: Revised',
    'w.yaml:1:10  article: expected words by name: sections, published, updated …, got "Revised"',
  ],
];

for (const [text, ...problems] of faults)
  test(`reports ${JSON.stringify(text.slice(0, 60))}`, () =>
    assert.deepEqual(parse(text).problems, problems));

for (const text of ['- a', 'article: {updated: a, updated: b}', 'a: [', 'text', '"'])
  test(`${JSON.stringify(text)} is an error`, () => {
    const { words, problems } = parse(text);
    assert.equal(words, undefined);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^w\.yaml:1:\d+ {2}words: expected valid YAML/u);
  });

test('a new language lacks words: one warning, and English in their place', () => {
  const { words, problems } = parse('page: {close: Sluiten}', 'nl', WORDS.en, true);
  const all = wordForms(WORDS.en).length;
  assert.deepEqual(problems, [
    `w.yaml:1:1  warning: words: ${all - 1} of ${all} words have no text in Nederlands, the first is page.skipToContent; readers see them in English; docs/reference/words.md lists all`,
  ]);
  assert.equal(words?.page.close, 'Sluiten');
  assert.equal(words?.page.feeds, WORDS.en.page.feeds);
  assert.equal(words?.language, 'nl');
});
