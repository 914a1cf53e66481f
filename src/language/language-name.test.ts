import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageName } from './language-name.ts';

const names: [language: string, name: string][] = [
  ['en', 'English'],
  ['ko', '한국어'],
  ['zh-hans', '简体中文'],
  ['zh-Hant', '繁體中文'],
  ['ja', '日本語'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['ar', 'العربية'],
  ['it', 'Italiano'],
  ['pt-BR', 'Português (Brasil)'],
  ['he', 'עברית'],
  ['tlh', 'Klingon'],
  ['no tag', 'no tag'],
];

for (const [language, name] of names) {
  test(`${language} calls itself ${name}`, () => {
    assert.equal(languageName(language), name);
  });
}
