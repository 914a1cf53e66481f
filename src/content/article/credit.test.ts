import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Credit, completeCredit, formatWrittenCredit, parseCreditLine } from './credit.ts';

const by4 = {
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
};

const lines: readonly [line: string, credit: Credit][] = [
  ['Jane Roe', { creator: 'Jane Roe' }],
  [
    'PM Official Photographer via Wikimedia Commons',
    { creator: 'PM Official Photographer', source: 'Wikimedia Commons' },
  ],
  ['  Jane   Roe  VIA  Archive ', { creator: 'Jane Roe', source: 'Archive' }],
  ['A via B via C', { creator: 'A via B', source: 'C' }],
  ['Via Appia Press', { creator: 'Via Appia Press' }],
  ['Olivia Roe', { creator: 'Olivia Roe' }],
  ['Jane Roe / CC BY 4.0', { creator: 'Jane Roe', ...by4 }],
  ['Jane Roe via Archive / cc by 4.0', { creator: 'Jane Roe', source: 'Archive', ...by4 }],
  ['AFP / Getty', { creator: 'AFP / Getty' }],
  ['AFP / Getty / CC BY 4.0', { creator: 'AFP / Getty', ...by4 }],
  ['AFP/Getty', { creator: 'AFP/Getty' }],
  ['Jane Roe/CC BY 4.0', { creator: 'Jane Roe', ...by4 }],
  ['Jane Roe, CC BY 4.0.', { creator: 'Jane Roe', ...by4 }],
  ['Jane Roe (Attribution) (CC BY 4.0)', { creator: 'Jane Roe (Attribution)', ...by4 }],
  ['Jane Roe · CC BY 4.0', { creator: 'Jane Roe', ...by4 }],
  ['Jane Roe / All rights reserved', { creator: 'Jane Roe', licence: 'All rights reserved' }],
  [
    'Jane Roe / Alle Rechte vorbehalten',
    { creator: 'Jane Roe', licence: 'All rights reserved' },
  ],
  ['CC BY 4.0', by4],
  // A phrase that claims to be a licence is not part of a name, known or not.
  ['Jane Roe / CC BY', { creator: 'Jane Roe', licence: 'CC BY' }],
  ['Jane Roe / CC BY 9.0', { creator: 'Jane Roe', licence: 'CC BY 9.0' }],
  // As printed or pasted.
  ['Photo: Jane Roe via Archive', { creator: 'Jane Roe', source: 'Archive' }],
  ['Featured image credits: Jane Roe via Archive', { creator: 'Jane Roe', source: 'Archive' }],
  ['대표 이미지 출처: 김민아, 국가기록원 제공', { creator: '김민아', source: '국가기록원' }],
  ['김민아, 국가기록원 제공 / CC BY 4.0', { creator: '김민아', source: '국가기록원', ...by4 }],
  ['张三，来自新华社', { creator: '张三', source: '新华社' }],
  ['山田花子（朝日新聞より）/ CC BY 4.0', { creator: '山田花子', source: '朝日新聞', ...by4 }],
  ['Ana Ruiz vía Archivo', { creator: 'Ana Ruiz', source: 'Archivo' }],
  ['ليلى عبر أرشيف المدينة', { creator: 'ليلى', source: 'أرشيف المدينة' }],
  // A title, in quotation marks of any language.
  [
    '“Harbour” by Jane Roe via Archive / CC BY 4.0',
    { title: 'Harbour', creator: 'Jane Roe', source: 'Archive', ...by4 },
  ],
  ['„Hafen“, Jane Roe', { title: 'Hafen', creator: 'Jane Roe' }],
  ['「港」、山田花子', { title: '港', creator: '山田花子' }],
  ['“Harbour”', { creator: '“Harbour”' }],
  // Markdown links.
  [
    '[Jane Roe](https://roe.example/) via [Archive](https://archive.example/1) / [CC BY](https://creativecommons.org/licenses/by/4.0/deed.de)',
    {
      creator: 'Jane Roe',
      creatorUrl: 'https://roe.example/',
      source: 'Archive',
      sourceUrl: 'https://archive.example/1',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/deed.de',
    },
  ],
  [
    '[Jane](javascript:alert(1)) via Archive',
    { creator: '[Jane](javascript:alert(1))', source: 'Archive' },
  ],
];

for (const [line, credit] of lines) {
  test(`the credit line ${JSON.stringify(line)} is parsed`, () => {
    assert.deepEqual(parseCreditLine(line), credit);
  });
}

test('parses a line of a million characters quickly', () => {
  const names = 'via '.repeat(250_000);
  assert.equal(parseCreditLine(`${names}/ CC BY 4.0`).licence, 'CC BY 4.0');
});

const parts: readonly [written: Credit, complete: Credit][] = [
  [{ creator: 'Jane Roe' }, { creator: 'Jane Roe' }],
  [{ licence: 'cc by 4.0' }, by4],
  [{ licence: 'https://creativecommons.org/licenses/by/4.0/' }, by4],
  [{ licenceUrl: by4.licenceUrl }, by4],
  [{ licence: 'Our own', licenceUrl: by4.licenceUrl }, by4],
  [{ licence: 'Our own' }, { licence: 'Our own' }],
  [{ licenceUrl: 'https://example.org/' }, { licenceUrl: 'https://example.org/' }],
];

for (const [written, complete] of parts) {
  test(`the parts ${JSON.stringify(written)} are completed`, () => {
    assert.deepEqual(completeCredit(written), complete);
  });
}

test('parses what it formats', () => {
  const { licence, licenceUrl } = by4;
  const names = { title: 'Harbour', creator: 'Jane Roe', source: 'Archive' };
  for (const credit of [names, { creator: 'Jane Roe' }, { ...names, licence, licenceUrl }])
    assert.deepEqual(parseCreditLine(formatWrittenCredit(credit)), credit);
});
