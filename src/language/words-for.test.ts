import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DATE_PATTERNS } from './date-patterns.ts';
import { formatSentence } from './format-sentence.ts';
import { formatCount, type PluralForms } from './plural.ts';
import { wordForms } from './word-forms.ts';
import type { Words } from './words.ts';
import { WORDS, wordsFor } from './words-for.ts';

type Entry = [path: string, text: string];

/** Every text of a table with its path; plural forms are picked by counts. */
function entries(node: unknown, path: string, language: string): Entry[] {
  if (typeof node === 'string') return [[path, node]];
  assert.ok(typeof node === 'object' && node !== null, path);
  if ('other' in node)
    return counts.map((count) => [
      `${path}(${count})`,
      formatCount(count, node as PluralForms, { language }),
    ]);
  return Object.entries(node).flatMap(([key, value]) =>
    entries(value, path === '' ? key : `${path}.${key}`, language),
  );
}

const counts = [0, 1, 2, 3, 11, 100, 1234];

/** Words that are the same in English: loan words and names. */
const SHARED =
  /^(?:page\.labelSeparator|blocks\.important|picture\.credit|kinds\.editorial|lists\.pageNumber|lists\.numberOfArticles|reading\.theme\.sepia|reading\.spacing\.normal|source\.licence|people\.articles|people\.contact|data\.source)/;

const languages = Object.keys(WORDS) as (keyof typeof WORDS)[];
const english = new Map(entries(WORDS.en, '', 'en'));

for (const language of languages) {
  const own = entries(WORDS[language], '', language);

  test(`${language} has a text for every word, in every form`, () => {
    const empty = own.filter(([, text]) => text.trim() === '' || /undefined|NaN|#/.test(text));
    assert.deepEqual(empty, []);
    assert.deepEqual(
      own.map(([path]) => path),
      [...english.keys()],
    );
  });

  test(`${language} has only the plural forms that its grammar uses`, () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const forms = wordForms(WORDS[language]).flatMap(({ path, form }) =>
      form.kind === 'plural' ? Object.keys(form.texts).map((name) => [path, name]) : [],
    );
    const unused = forms.filter(([, name]) => !known.includes(name as Intl.LDMLPluralRule));
    assert.deepEqual(unused, []);
  });

  test(`${language} has the slots of every sentence`, () => {
    assert.deepEqual(slotsByPath(WORDS[language]), slotsByPath(WORDS.en));
  });

  test(`${language} has patterns for dates`, () => {
    assert.ok(Object.hasOwn(DATE_PATTERNS, language));
  });

  if (language === 'en') continue;
  test(`${language} contains no English`, () => {
    const left = own.filter(([path, text]) => english.get(path) === text && !SHARED.test(path));
    assert.deepEqual(left, []);
  });
}

function slotsByPath(words: Words) {
  return wordForms(words).flatMap(({ path, form }) =>
    form.kind === 'text' ? [[path, [...form.slots].sort()]] : [],
  );
}

const creditLines: Partial<Record<keyof typeof WORDS, string>> = {
  en: 'Featured image credits: PM Official Photographer via Wikimedia Commons',
  ko: '대표 이미지 출처: PM Official Photographer, Wikimedia Commons 제공',
  ja: 'メイン画像のクレジット：PM Official Photographer（Wikimedia Commonsより）',
  fr: 'Crédits de l’image à la une\u00a0: PM Official Photographer via Wikimedia Commons',
};

for (const [language, line] of Object.entries(creditLines)) {
  test(`prints the credit line of a featured image in ${language}`, () => {
    const { page, picture } = wordsFor(language).words;
    const credit = formatSentence(picture.credit, {
      creator: 'PM Official Photographer',
      source: 'Wikimedia Commons',
    });
    assert.equal(`${picture.creditLabel}${page.labelSeparator}${credit}`, line);
  });
}

const counted: [language: string, count: number, text: string][] = [
  ['en', 1, '1 article'],
  ['en', 1234, '1,234 articles'],
  ['ko', 2, '기사 2건'],
  ['de', 1234, '1.234 Artikel'],
  ['fr', 0, '0 article'],
  ['fr', 2, '2 articles'],
  ['es', 1, '1 artículo'],
  ['ar', 1, 'مقال واحد'],
  ['ar', 2, 'مقالان'],
  ['ar', 5, '5 مقالات'],
  ['ar', 11, '11 مقالًا'],
  ['ar', 100, '100 مقال'],
];

for (const [language, count, text] of counted) {
  test(`counts ${count} articles correctly in ${language}`, () => {
    assert.equal(
      formatCount(count, wordsFor(language).words.lists.numberOfArticles, { language }),
      text,
    );
  });
}

const tags: [tag: string, language: string, known: boolean][] = [
  ['en', 'en', true],
  ['EN-us', 'en', true],
  ['ko-KR', 'ko', true],
  ['zh', 'zh-Hans', true],
  ['zh-CN', 'zh-Hans', true],
  ['zh-TW', 'zh-Hant', true],
  ['zh-hk', 'zh-Hant', true],
  ['zh-hant', 'zh-Hant', true],
  ['zh-Hans-HK', 'zh-Hans', true],
  ['de-AT-1996', 'de', true],
  ['fr-CA', 'fr', true],
  ['pt-BR', 'en', false],
  ['ar-Latn', 'en', false],
  ['zh-Latn', 'en', false],
  ['constructor', 'en', false],
  ['no tag', 'en', false],
  ['', 'en', false],
];

for (const [tag, language, known] of tags) {
  test(`the tag “${tag}” gets the words of ${language}`, () => {
    assert.deepEqual(wordsFor(tag), { words: WORDS[language as keyof typeof WORDS], known });
  });
}
