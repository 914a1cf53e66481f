import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinNames } from './join-names.ts';

const bylines: [language: string, two: string, three: string][] = [
  ['en', 'Ana and Bo', 'Ana, Bo and Inés'],
  ['en-US', 'Ana and Bo', 'Ana, Bo and Inés'],
  ['ko', 'Ana·Bo', 'Ana·Bo·Inés'],
  ['zh-Hans', 'Ana和Bo', 'Ana、Bo和Inés'],
  ['zh-Hant', 'Ana和Bo', 'Ana、Bo和Inés'],
  ['ja', 'Ana、Bo', 'Ana、Bo、Inés'],
  ['de', 'Ana und Bo', 'Ana, Bo und Inés'],
  ['fr', 'Ana et Bo', 'Ana, Bo et Inés'],
  ['es', 'Ana y Bo', 'Ana, Bo e Inés'],
  ['ar', 'Ana وBo', 'Ana وBo وInés'],
  ['tlh', 'Ana and Bo', 'Ana, Bo and Inés'],
  ['no tag', 'Ana and Bo', 'Ana, Bo and Inés'],
];

for (const [language, two, three] of bylines) {
  test(`joins names in ${language}`, () => {
    assert.equal(joinNames([], language), '');
    assert.equal(joinNames(['Ana'], language), 'Ana');
    assert.equal(joinNames(['Ana', 'Bo'], language), two);
    assert.equal(joinNames(['Ana', 'Bo', 'Inés'], language), three);
  });
}
