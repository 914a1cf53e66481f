import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortNames, toInitials } from './initials.ts';

const cases: readonly [language: string, names: string, index: string][] = [
  ['en', 'tides, Trade, Élysée, eels', 'E: eels Élysée | T: tides Trade'],
  ['en', 'Zoo, 5G, 2024, 10', '0–9: 5G 10 2024 | Z: Zoo'],
  ['en', '“Quiet”, .NET, ¡Sí!', 'N: .NET | Q: “Quiet” | S: ¡Sí!'],
  ['en', 'Łódź, Ørsted, Œuvre, Ärzte, Land', 'A: Ärzte | L: Land Łódź | O: Œuvre Ørsted'],
  ['en', 'Þing, ß, Ångström', 'A: Ångström | S: ß | T: Þing'],
  ['de', 'Ärzte, Zoll, Österreich, Orte', 'A: Ärzte | O: Orte Österreich | Z: Zoll'],
  ['sv', 'Öar, Älvar, Zoo, Åar', 'Z: Zoo | Å: Åar | Ä: Älvar | Ö: Öar'],
  ['da', 'Øer, Zoo, Ærø', 'Z: Zoo | Æ: Ærø | Ø: Øer'],
  ['es', 'Ñandú, Nube, Ópera', 'N: Nube | Ñ: Ñandú | O: Ópera'],
  ['tr', 'Irmak, İstanbul', 'I: Irmak | İ: İstanbul'],
  ['ko', '항만, 까치, 가뭄, 나무, COVID', 'ㄱ: 가뭄 까치 | ㄴ: 나무 | ㅎ: 항만 | C: COVID'],
  ['ko', '美 대선, ㄱ자', 'ㄱ: ㄱ자 | 한자: 美 대선'],
  [
    'ja',
    'ガス, さくら, かもめ, ヴェネツィア, ウニ',
    'あ: ヴェネツィア ウニ | か: ガス かもめ | さ: さくら',
  ],
  ['ja', '東京, んだ, NHK, ｶﾒﾗ', 'N: NHK | か: ｶﾒﾗ | わ: んだ | 漢字: 東京'],
  ['zh-Hans', '中国, 阿富汗, 重庆, COVID', 'A: 阿富汗 | C: 重庆 COVID | Z: 中国'],
  [
    'zh-Hant',
    '中國, 一帶一路, 龜山, 上海',
    '1 畫: 一帶一路 | 3 畫: 上海 | 4 畫: 中國 | 16 畫: 龜山',
  ],
  ['zh-TW', '中國', '4 畫: 中國'],
  ['en', '中国, China', 'C: China | 漢字: 中国'],
  ['ar', 'الصين, أمن, إيران, صيد, التزام, بحر', 'ا: التزام أمن إيران | ب: بحر | ص: صيد الصين'],
  ['ar', 'الله, ال, 5G, UN', '0–9: 5G | ا: ال الله | U: UN'],
  ['ru', 'Ёлка, Ель, Йога, Игра', 'Е: Ёлка Ель | И: Игра | Й: Йога'],
  ['el', 'Άνοιξη, Αθήνα', 'Α: Αθήνα Άνοιξη'],
  ['x-unknown', 'b, a', 'A: a | B: b'],
];
for (const [language, names, index] of cases) {
  test(`the index of ${names} in ${language}`, () => {
    const found = toInitials(names.split(', '), (name) => name, language);
    assert.equal(
      found.map(({ letter, items }) => `${letter}: ${items.join(' ')}`).join(' | '),
      index,
    );
  });
}

test('names are sorted as the language does, numbers by value', () => {
  const sort = (names: string[], language: string) =>
    sortNames(names, (name) => name, language);
  assert.deepEqual(sort(['B', 'ä', 'a10', 'a9'], 'de'), ['ä', 'a9', 'a10', 'B']);
  assert.deepEqual(sort(['الصين', 'بحر'], 'ar'), ['بحر', 'الصين']);
  assert.deepEqual(sort([], 'en'), []);
});
