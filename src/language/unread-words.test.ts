import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wordForms } from './word-forms.ts';
import { en } from './words/en.ts';

/** Groups that code reads with a key which is known only at run time. */
const readByKey: readonly RegExp[] = [
  /^corrections\.(?:correction|clarification|update|retraction)$/u, // by kind
  /^kinds\./u, // by kind
  /^blocks\./u, // by form
  /^page\.(?:draft|scheduled|expired)$/u, // by status
  /^picture\.(?:publicDomain|allRightsReserved|usGovernmentWork)$/u, // by licence
  /^picture\.(?:newest|newer|older|oldest)$/u, // the words of a pager
];

/** Every `group.word` and `{ word } = … group` in a text. */
function readsIn(text: string): string[] {
  const accesses = text.matchAll(/\b(?<group>\w+)\??\.(?=(?<word>\w+))/gu);
  const patterns = text.matchAll(/\{(?<words>[^{}]*)\} = [^;]*?\b(?<group>\w+);/gu);
  return [
    ...[...accesses].map(({ groups }) => `${groups?.['group']}.${groups?.['word']}`),
    ...[...patterns].flatMap(({ groups }) =>
      (groups?.['words'] ?? '')
        .split(',')
        .map((word) => `${groups?.['group']}.${word.replace(/:.*/su, '').trim()}`),
    ),
  ];
}

function unread(names: readonly string[], texts: readonly string[]): string[] {
  const reads = new Set(texts.flatMap(readsIn));
  return names.filter((name) => {
    // Nested groups are read one after the other.
    const [group, word] = name.split('.').slice(-2);
    return !reads.has(`${group}.${word}`) && !readByKey.some((known) => known.test(name));
  });
}

test('code reads every word of the interface', () => {
  const source = join(import.meta.dirname, '..');
  const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/u.test(file) && !/\.test\.ts$|^language.words/u.test(file))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    // Other files have names like these for other things.
    .filter((text) => /\bWords\b|\bwords(?:Of|For)\b/u.test(text));
  const names = wordForms(en).map(({ path }) => path);
  assert.deepEqual(unread(names, texts), []);
});

test('finds a word that no code reads', () => {
  const names = ['page.close', 'page.menu', 'search.title', 'reading.theme.dark'];
  const code = 'const { close } = words.page; f(search.title, words.reading.theme.dark);';
  assert.deepEqual(unread(names, [code]), ['page.menu']);
});
