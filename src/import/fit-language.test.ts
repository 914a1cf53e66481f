import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitLanguage } from './fit-language.ts';

const listed = ['en', 'ko', 'zh-Hans', 'zh-Hant', 'pt-BR'];
const tags: readonly [tag: string | undefined, fitted: string | undefined, noted: boolean][] = [
  ['en', 'en', false],
  ['en-GB', 'en', true],
  ['zh-CN', 'zh-Hans', true],
  ['zh-TW', 'zh-Hant', true],
  ['zh-Hant-HK', 'zh-Hant', true],
  ['pt', 'pt-BR', true],
  ['pl', 'pl', true],
  [undefined, undefined, false],
];

for (const [tag, fitted, noted] of tags)
  test(`maps the language ${tag ?? '(none)'} to ${fitted ?? '(none)'}`, () => {
    const fields = tag === undefined ? {} : { lang: tag };
    const draft = {
      ...{ source: 'a', identity: 'a', body: '', pictures: [], notes: [] },
      fields,
    };
    const made = fitLanguage(draft, listed);
    assert.equal(made.fields.lang, fitted);
    assert.equal(made.notes.length > 0, noted);
  });
