import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressEnd } from './end-addresses.ts';

/** The language, and the address with `|` where it ends. */
const cases: readonly (readonly [string, string])[] = [
  ['en', 'https://a.example/b|'],
  ['en', 'https://a.example/b|”,'],
  ['de', 'https://a.example/b|“'],
  ['fr', 'https://a.example/b|»'],
  ['es', 'https://a.example/b|…'],
  ['ar', 'https://a.example/b|،'],
  ['ar', 'https://a.example/b|؟'],
  ['en', 'https://a.example/b|—'],
  ['en', 'https://a.example/Stop–start|'],
  ['en', 'https://a.example/b|—and'],
  ['en', 'https://a.example/b|→c'],
  ['en', 'https://a.example/b|…and'],
  ['en', 'https://a.example/b|•c'],
  ['en', 'https://a.example/b|’s'],
  ['en', 'https://a.example/b|’ll'],
  ['en', "https://a.example/wiki/McDonald's|"],
  ['en', "https://a.example|'s"],
  ['en', 'https://a.example|’s'],
  ['en', 'https://a.example|–next'],
  ['en', 'www.a.example|’s'],
  ['en', 'https://a.example:8080/?b=’c|'],
  ['en', 'https://jane@a.example/b|'],
  ['en', 'https://a.example?b|'],
  ['de', 'https://münchen.example/straße|“und'],
  ['de', 'https://a.example/b|‚x'],
  ['fr', 'https://a.example/l’eau|'],
  ['fr', 'https://a.example/b|»et'],
  ['es', 'https://a.example/b|¿no'],
  ['ar', 'https://a.example/b|،ثم'],
  ['ar', 'https://a.example/b|؛ثم'],
  ['ar', 'https://a.example/b|؟ثم'],
  ['ar', 'https://a.example/b|\u200f.'],
  ['ar', 'https://a.example/مقال|'],
  ['ja', 'https://a.example/b|→次'],
  ['ja', 'https://a.example/b|※注'],
  ['ko', 'https://a.example/|한글경로'],
  ['ko', 'https://a.example/b|…그리고'],
  ['zh-Hans', 'https://a.example/b|——他'],
  ['en', 'https://a.example/Rock_’n’_Roll|’'],
  ['fr', 'https://a.example/été|'],
  ['en', 'https://ko.example/wiki/한국|'],
  ['en', 'https://zh.example/|（中文）'],
  ['und', 'https://zh.example/|。'],
  ['zh-Hans', 'https://a.example/docs|（中文说明）了解更多。'],
  ['zh-Hans', 'https://a.example/docs|查看'],
  ['zh-Hant', 'https://a.example/a?b=c#d|，以及'],
  ['zh-Hant', 'https://a.example/|「說明」'],
  ['ja', 'https://a.example/doc|を参照'],
  ['ja', 'www.a.example|は'],
  ['ja', 'https://a.example/doc|・次'],
  ['ja', 'https://a.example/doc|ページ'],
  ['ko', 'https://a.example/doc|에서'],
  ['ko', 'https://a.example|를'],
  ['ko', 'https://a.example:8080|에'],
  ['ko', 'http://www.a.example|로'],
  ['ko', 'https://a.example/doc|·다음'],
  ['ko', 'https://한국.example|에서'],
  ['ko', 'https://한국.한국/|역사'],
  ['ko', 'https://a.example/%ED%95%9C|은'],
  ['ko', 'https://a.example/doc|\u1112\u1161\u11ab'],
];

for (const [language, marked] of cases) {
  test(`ends a URL (${language}): ${marked}`, () => {
    const address = marked.replace('|', '');
    assert.equal(addressEnd(address, language), marked.indexOf('|'));
  });
}

test('ends a URL in linear time', () => {
  for (const unit of ['…', '.', '한', 'a.', '/'])
    addressEnd(`https://a.example/${unit.repeat(500_000)}a`, 'ko');
});
