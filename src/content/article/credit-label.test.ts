import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitCaption, withoutLabel } from './credit-label.ts';

const captions: readonly [written: string, caption: string, credit?: string][] = [
  ['', ''],
  ['The quay at low tide.', 'The quay at low tide.'],
  ['The quay. Credit: Jane Roe via Archive', 'The quay.', 'Jane Roe via Archive'],
  ['The quay.\n  credit:Jane Roe', 'The quay.', 'Jane Roe'],
  ['Credit: Jane Roe', '', 'Jane Roe'],
  ['The quay (Photo: Jane Roe)', 'The quay', 'Jane Roe'],
  ['The quay – Foto: Jane Roe', 'The quay', 'Jane Roe'],
  ['Le quai. Crédit : Jeanne Roux', 'Le quai.', 'Jeanne Roux'],
  ['Am Kai. Bildnachweis: Jana Roth', 'Am Kai.', 'Jana Roth'],
  ['El muelle. Crédito: Ana Ruiz', 'El muelle.', 'Ana Ruiz'],
  ['부두. 출처: 김민아', '부두.', '김민아'],
  ['岸壁。クレジット：山田花子', '岸壁。', '山田花子'],
  ['码头。图片来源：张三', '码头。', '张三'],
  ['碼頭。圖片來源：張三', '碼頭。', '張三'],
  ['الرصيف. حقوق الصورة: ليلى', 'الرصيف.', 'ليلى'],
  ['Consumer credit: a guide. Credit: Jane Roe', 'Consumer credit: a guide.', 'Jane Roe'],
  // Not a label: part of a word, a label without a name, the source of figures.
  ['An accredit: no', 'An accredit: no'],
  ['The quay. Credit:', 'The quay. Credit:'],
  ['Unemployment. Source: Eurostat', 'Unemployment. Source: Eurostat'],
  ['On credit', 'On credit'],
];

for (const [written, caption, credit] of captions) {
  test(`the caption ${JSON.stringify(written)} is split from its credit`, () => {
    assert.deepEqual(
      splitCaption(written),
      credit === undefined ? { caption } : { caption, credit },
    );
  });
}

test('a credit line may have a label', () => {
  assert.equal(withoutLabel('Photo: Jane Roe'), 'Jane Roe');
  assert.equal(withoutLabel('Jane Roe'), 'Jane Roe');
  assert.equal(withoutLabel('Jane Roe, Photo: Archive'), 'Jane Roe, Photo: Archive');
  assert.equal(withoutLabel('Photo:'), 'Photo:');
});

test('reads a caption of a million characters quickly', () => {
  assert.equal(splitCaption(`${'photo '.repeat(170_000)}Credit: Jane Roe`).credit, 'Jane Roe');
});

test('a caption may have the label of its own language, whatever its characters', () => {
  const own = { label: 'Beeld (c)', creditLabel: 'Beeld bij dit stuk' };
  const parts = { caption: 'De kade.', credit: 'Jane Roe' };
  assert.deepEqual(splitCaption('De kade. Beeld (c): Jane Roe', own), parts);
  assert.deepEqual(splitCaption('De kade. Credit: Jane Roe', own), parts);
  assert.equal(splitCaption('De kade. Beeld (c): Jane Roe').credit, undefined);
});
