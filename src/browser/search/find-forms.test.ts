import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findForms } from './find-forms.ts';
import type { FoundArticle } from './search-index.ts';

function article(raw_content: string): FoundArticle {
  const anchors = [{ element: 'h2', id: 'plans', text: 'Plans', location: 3 }];
  return { url: '/a/', meta: {}, raw_content, excerpt: '', anchors, sub_results: [] };
}

const cases: readonly [language: string, content: string, query: string, excerpts: string[]][] =
  [
    ['en', 'It began in Łódź, they say.', 'lodz', ['It began in <mark>Łódź,</mark> they say.']],
    ['en', 'The harbours are full.', 'harbor', ['The <mark>harbours</mark> are full.']],
    ['de', 'In der Straße wohnt er.', 'strasse', ['In der <mark>Straße</mark> wohnt er.']],
    [
      'ko',
      '어제 서울시의회가 교통요금을 논의했다.',
      '의회 요금',
      [
        '어제 <mark>서울시의회가</mark> 교통요금을 논의했다.',
        '어제 서울시의회가 <mark>교통요금을</mark> 논의했다.',
      ],
    ],
    ['ja', '東京\u200b都議会\u200bで', '議会', ['東京\u200b<mark>都議会</mark>\u200bで']],
    ['en', 'Nothing of it.', 'lodz', []],
  ];
for (const [language, content, query, excerpts] of cases) {
  test(`marks ${query} in ${JSON.stringify(content)}`, () => {
    const parts = findForms(article(content), query, language);
    assert.deepEqual(
      parts.map(({ excerpt }) => excerpt),
      excerpts,
    );
  });
}

test('finds a word after a heading in the part of that heading', () => {
  const [part] = findForms(article('It began here. Plans of Łódź.'), 'lodz', 'en');
  assert.equal(part?.title, 'Plans');
  assert.equal(part?.anchor?.id, 'plans');
  assert.deepEqual(part?.weighted_locations, [{ location: 5, balanced_score: 1 }]);
});

test('keeps the parts that the index found', () => {
  const own = { title: '', weighted_locations: [], excerpt: 'x' };
  const found = { ...article('Łódź'), sub_results: [own] };
  assert.deepEqual(findForms(found, 'lodz', 'en'), [own]);
});
