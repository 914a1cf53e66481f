import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadChinese } from './chinese-forms.ts';
import { queryForms, searchForms } from './search-forms.ts';

await loadChinese('zh-Hant');

const words: readonly [language: string, word: string, forms: readonly string[]][] = [
  ['en', 'Łódź', ['lodz']],
  ['pl', 'Śląsk', []],
  ['de', 'Straße', ['strasse']],
  ['de', 'Größe', ['grosse', 'groesse']],
  ['de', 'München', ['muenchen']],
  ['fr', 'Œuvres', ['oeuvres']],
  ['fr', 'café', []],
  ['en', 'Ærø', ['aero', 'aeroe']],
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
  ['ja', '会議', []],
  ['ja', '東京都議会', []],
  ['ja', 'リンゴ', ['りんご']],
  ['ja', 'ﾃﾞｰﾀ', ['でーた']],
  ['zh-Hans', '市议会', []],
  ['zh-Hans', '市議會', ['议会']],
  ['zh-Hant', '臺北', ['台北']],
  ['zh-Hant', '臺北市議會決定保留大橋', ['台北市', '北市', '议会', '决定', '桥']],
  ['zh-Hant', '保留', []],
  ['ja', '市議會', []],
  ['ar', 'المدرسة', ['المدرسه', 'مدرسه']],
  ['ar', 'والمدارس', ['مدارس', 'المدارس']],
  ['ar', 'وزارة', ['وزاره', 'زاره']],
  ['ar', 'كتـــاب', ['كتاب']],
  ['ar', 'مصطفى', ['مصطفي']],
  ['ar', 'أحمد', []],
  ['fr', 'l’œuvre', ['œuvre', 'oeuvre']],
  ['fr', "d'eau", ['eau']],
  ['it', 'dell’arte', ['arte']],
  ['en', 'O’Neill', ['neill']],
  ['en', 'Alexander’s', []],
  ['en', 'we’ll', []],
  ['en', 'Århus', ['aarhus']],
  ['da', 'Århus', []],
  ['en', 'København', ['kobenhavn', 'koebenhavn']],
  ['vi', 'Đà', ['da']],
  ['tr', 'IŞIK', []],
  ['en', 'Ｆｕｌｌ', ['full']],
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
  ['ja', '会議', ['会議']],
  ['fr', 'été', ['été']],
  ['fr', 'l’œuvre', ['l’œuvre', 'l’oeuvre', 'oeuvre']],
  ['ar', 'المدارس', ['المدارس', 'مدارس']],
  ['ja', 'リンゴ', ['リンゴ', 'りんご']],
  ['zh-Hant', '议会', ['议会']],
  ['zh-Hans', '議會 電路', ['議會 電路', '议会 电路']],
  ['en', '1 000 000', ['1 000 000', '1000000']],
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

/** Korean compounds, and what finds them besides their beginning. */
for (const [word, found, missed] of [
  ['서울시의회가', ['의회', '시의회', '의회가', '의회는'], ['서울']],
  ['교통요금을', ['요금', '요금이', '요금을'], ['교통', '금']],
  ['국무회의는', ['회의', '무회의'], []],
  ['새마을', ['마을'], []],
  ['시의회가', ['의회'], []],
  ['대통령', [], ['대통']],
  ['은행', [], ['은행', '행']],
] as const) {
  test(`the Korean compound ${word} ends with ${found.join(', ') || 'nothing'}`, () => {
    const forms = searchForms(word, 'ko');
    const isFound = (query: string) =>
      queryForms(query, 'ko').some((own) => forms.some((form) => form.startsWith(own)));
    assert.deepEqual(
      found.filter((query) => !isFound(query)),
      [],
    );
    assert.deepEqual(missed.filter(isFound), []);
  });
}
