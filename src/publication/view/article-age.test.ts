import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../../language/words-for.ts';
import { ageOf } from './article-age.ts';

const day = { precision: 'day', day: '2020-01-01' } as const;

const noticesOf = (language: string) => {
  const { notices } = ageOf({ date: day }, wordsFor(language).words, 'UTC');
  return notices.split('\n').map((line) => {
    const [, years, form] = /^(\d+) (.+)$/u.exec(line) ?? [];
    return [Number(years), form] as const;
  });
};

const cases = [
  { language: 'en', from: [1, 2] },
  { language: 'ko', from: [1] },
  { language: 'ar', from: [1, 2, 3, 11, 103, 111] },
  // There are no words in Finnish, so the notices are English, with English plural forms.
  { language: 'fi', from: [1, 2] },
];
for (const { language, from } of cases) {
  test(`the notice on an old article changes its form in ${language} at ${from}`, () => {
    const notices = noticesOf(language);
    assert.deepEqual(
      notices.map(([years]) => years),
      from,
    );
    assert.equal(
      new Set(notices.map(([, form]) => form)).size >= Math.min(from.length, 2),
      true,
    );
  });
}
