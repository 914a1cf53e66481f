import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trimTitle } from './choose-title.ts';

const headlines = [
  ['Ferry runs again', 'The Harbour Post'],
  ['배가 다시 다닌다', '항구일보'],
  ['渡し船が再開', '港新聞'],
  ['渡船恢复运营', '港口日报'],
  ['渡輪恢復營運', '港口日報'],
  ['Die Fähre fährt wieder', 'Hafenpost'],
  ['Le bac circule', 'Le Quai'],
  ['El barco vuelve', 'El Puerto'],
  ['العبارة تعود', 'جريدة الميناء'],
] as const;
const marks = [
  ' | ',
  ' - ',
  ' – ',
  ' — ',
  ' · ',
  ' • ',
  ' » ',
  ' / ',
  ' :: ',
  '|',
  '｜',
  '－',
  '_',
];

for (const [headline, site] of headlines)
  test(`separates the headline ${headline} from the site ${site}`, () => {
    for (const mark of marks) {
      const [title, turned] = [`${headline}${mark}${site}`, `${site}${mark}${headline}`];
      for (const isPageTitle of [true, false]) {
        assert.equal(trimTitle(title, site, undefined, isPageTitle), headline, title);
        assert.equal(trimTitle(title, undefined, headline, isPageTitle), headline, title);
        assert.equal(trimTitle(turned, site, undefined, isPageTitle), headline, turned);
        assert.equal(trimTitle(turned, undefined, headline, isPageTitle), headline, turned);
      }
    }
  });

test('removes a section and the name of the site if the headline is known', () => {
  for (const title of [
    'Ferry runs - News - The Post',
    '渡船恢复_新闻_港口日报',
    'Ferry runs | News | The Post',
  ])
    assert.equal(
      trimTitle(title, undefined, title.split(/ - |_| \| /u)[0], true),
      title.split(/ - |_| \| /u)[0],
    );
});

const whole = [
  'Ferry runs again - a first for the town',
  'Titre : la suite du bac',
  'snake_case in names',
  'A/B testing at sea',
  '9-11 and 24/7',
];

for (const title of whole)
  test(`${JSON.stringify(title)} stays whole`, () => {
    assert.equal(trimTitle(title, 'The Post', undefined, true), title);
    assert.equal(trimTitle(title, undefined, undefined, true), title);
  });
