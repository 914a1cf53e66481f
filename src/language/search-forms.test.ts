import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryForms, searchForms } from './search-forms.ts';

const words: readonly [language: string, word: string, forms: readonly string[]][] = [
  ['en', 'Łódź', ['lodz']],
  ['pl', 'Śląsk', []],
  ['de', 'Straße', ['strasse']],
  ['de', 'Größe', ['grosse', 'groesse']],
  ['de', 'München', ['muenchen']],
  ['fr', 'Œuvres', ['oeuvres']],
  ['fr', 'café', []],
  ['en', 'Ærø', ['aero']],
  ['tr', 'ışık', ['isik']],
  ['en', 'ﬁre', ['fire']],
  ['ja', 'ＡＩ', ['ai']],
  ['en', 'Harbours', ['harbors']],
  ['en', 'neighbourhood', ['neighborhood']],
  ['en', 'hour', []],
  ['en', 'four', []],
  ['en', 'centre', ['center']],
  ['en', 'centred', ['centered']],
  ['en', 'kilometres', ['kilometers']],
  ['en', 'organisation', ['organization']],
  ['en', 'authorised', ['authorized']],
  ['en', 'summarises', ['summarizes']],
  ['en', 'criticising', ['criticizing']],
  ['en', 'practise', ['practice']],
  ['en', 'haemorrhage', ['hemorrhage']],
  ['en', 'surprise', []],
  ['en', 'raised', []],
  ['en', 'exercise', []],
  ['en', 'sunrise', []],
  ['en', 'promised', []],
  ['en', 'analysed', ['analyzed']],
  ['en', 'travelling', ['traveling']],
  ['en', 'filling', []],
  ['en', 'skilful', ['skillful']],
  ['en', 'fulfilment', ['fulfillment']],
  ['en', 'manoeuvre', ['maneuver']],
  ['en', 'archaeology', ['archeology']],
  ['en', 'Defence', ['defense']],
  ['de', 'Labour', []],
  ['ko', '서울시의회', ['울시의회', '시의회', '의회']],
  ['ko', '교통요금을', ['통요금을', '요금을', '금을']],
  ['ko', '의회는', []],
  ['ja', '東京都議会', ['京都議会', '都議会', '議会']],
  ['ja', '会議', []],
  ['ja', 'データセンター', ['タセンター', 'センター']],
  ['zh-Hans', '市议会', []],
  ['ar', 'المدرسة', ['المدرسه']],
  ['ar', 'كتـــاب', ['كتاب']],
  ['ar', 'مصطفى', ['مصطفي']],
];
for (const [language, word, forms] of words) {
  test(`${word} in ${language} is found by ${forms.join(', ') || 'itself alone'}`, () => {
    assert.deepEqual(searchForms(word, language), forms);
  });
}

const queries: readonly [language: string, query: string, forms: readonly string[]][] = [
  ['en', 'lodz', ['lodz']],
  ['en', 'Łódź port', ['Łódź port', 'lodz port']],
  ['en', 'harbour "town centre"', ['harbour "town centre"', 'harbor "town center"']],
  ['de', 'straße', ['straße', 'strasse']],
  ['de', 'Köln', ['Köln', 'koeln']],
  ['ko', '의회', ['의회']],
  ['ja', '会議', ['会議']],
  ['fr', 'été', ['été']],
];
for (const [language, query, forms] of queries) {
  test(`${query} in ${language} is searched for as ${forms.join(' and ')}`, () => {
    assert.deepEqual(queryForms(query, language), forms);
  });
}

test('both spellings of a word give the same form', () => {
  for (const [one, other] of [
    ['harbour', 'harbor'],
    ['programmes', 'programs'],
    ['theatre', 'theater'],
    ['organised', 'organized'],
    ['jewellery', 'jewelry'],
    ['enrol', 'enroll'],
    ['grey', 'gray'],
    ['dialogue', 'dialog'],
  ] as const)
    assert.equal(queryForms(one, 'en').at(-1), other);
});
