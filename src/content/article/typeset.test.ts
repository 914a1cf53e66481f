import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typeset } from './typeset.ts';

const cases: readonly [language: string, text: string, set: string][] = [
  ['en', 'Nothing to set', 'Nothing to set'],
  ['en', `"It's done," she said`, '“It’s done,” she said'],
  ['en', `'90s music`, '’90s music'],
  ['en', 'Wait...', 'Wait…'],
  ['de', '"Ja", sagte er', '„Ja“, sagte er'],
  ['fr', '"Oui"', '«\u202fOui\u202f»'],
  ['en', '🙂 "a"', '🙂 “a”'],
  ['en', 'zh-Hans', 'zh-Hans'],
  ['en', '', ''],
];

for (const [language, text, set] of cases) {
  test(`${JSON.stringify(text)} is set in ${language}`, () => {
    assert.equal(typeset(text, language), set);
  });
}
