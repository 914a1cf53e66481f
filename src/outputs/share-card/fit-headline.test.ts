import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markBreaks } from './fit-headline.ts';

const cases: readonly [language: string, marked: string][] = [
  ['en', 'Four districts vote'],
  ['en', 'Summit…|then what? Yes/|no'],
  ['ko', '시진핑과 회담…|한중 관계'],
  ['zh-Hans', '两国|领导人|在|北京|会晤，|寻求|重启|双边|关系'],
  ['ja', '首相が|記者|会見、|新しい|「橋」の|建設|計画を|発表へ。'],
  ['ja', 'アーチの|橋'],
  ['de', '“北京” and “东京”'],
  ['en', ''],
];

for (const [language, marked] of cases) {
  test(`marks line breaks in "${marked}"`, () => {
    const text = marked.replaceAll('|', '');
    assert.equal(markBreaks(text, language).replaceAll('\u200b', '|'), marked);
  });
}
