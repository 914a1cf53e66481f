import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageDate } from '../read-html/choose-dates.ts';

const lines: readonly [written: string, date: string | undefined][] = [
  ['By Jane Roe • Nov 11, 2020', '2020-11-11'],
  ['Published March 5th, 2024 at 10:30 am', '2024-03-05T10:30'],
  ['Published: Tuesday, 5 March 2024 | Updated: 6 March 2024', '2024-03-05'],
  ['Von Anna Maier, 5. März 2024, 14.30 Uhr', '2024-03-05T14:30'],
  ['Veröffentlicht am 11. Dez. 2020 um 10:30 Uhr', '2020-12-11T10:30'],
  ['Publié le 1er août 2024 à 10h30', '2024-08-01T10:30'],
  ['Par Anne Petit – le 11 févr. 2024', '2024-02-11'],
  ['Por Ana Ruiz, 11 de noviembre de 2020', '2020-11-11'],
  ['Publicado el 3 de septiembre del 2021 a las 9:05', '2021-09-03T09:05'],
  ['입력 2024.03.05. 오후 2:30', '2024-03-05T14:30'],
  ['승인 2024년 3월 5일 (화) 09:10', '2024-03-05T09:10'],
  ['기사입력 : 2024-03-05 09:10:11', '2024-03-05T09:10:11'],
  ['2024年3月5日 14時30分 更新', '2024-03-05T14:30'],
  ['公開日：2024年03月05日（火）', '2024-03-05'],
  ['发布时间：2024-03-05 14:30', '2024-03-05T14:30'],
  ['2024年3月5日 下午2:30', '2024-03-05T14:30'],
  ['نُشر في ١١ نوفمبر ٢٠٢٠', '2020-11-11'],
  ['11 تشرين الثاني 2020', '2020-11-11'],
  ['1604998200', '2020-11-10T08:50+00:00'],
  ['1604998200000', '2020-11-10T08:50+00:00'],
  ['الثلاثاء 05/مارس/2024 - 02:30 م', '2024-03-05T14:30'],
  ['입력2024.03.05. 오후 2:30', '2024-03-05T14:30'],
  ['5/6/2024', undefined],
  ['2024-02-31', undefined],
  ['11 Novembre', undefined],
];

const byLanguage: readonly [written: string, lang: string, date: string | undefined][] = [
  ['05.03.2024', 'de', '2024-03-05'],
  ['5. 3. 2024', 'cs', '2024-03-05'],
  ['Stand: 05.03.24, 14:30 Uhr', 'de-AT', '2024-03-05T14:30'],
  ['Publié le 05/03/2024 à 14h30', 'fr', '2024-03-05T14:30'],
  ['05-03-2024 - 14:30', 'nl', '2024-03-05T14:30'],
  ['٠٥/٠٣/٢٠٢٤', 'ar', '2024-03-05'],
  ['05/03/2024', 'en-GB', '2024-03-05'],
  ['05/03/2024', 'en', undefined],
  ['05/03/2024', 'en-US', undefined],
  ['05/03/2024', 'ja', undefined],
  ['32.03.2024', 'de', undefined],
  ['10.0.3.2024', 'de', undefined],
];

for (const [written, lang, date] of byLanguage)
  test(`${written} in ${lang} has ${date ?? 'no date'}`, () => {
    const found = readPageDate(written, 'UTC', lang)?.replace(/\+00:00$/u, '');
    assert.equal(found, date);
  });

for (const [written, date] of lines)
  test(`${JSON.stringify(written)} has ${date ?? 'no date'}`, () => {
    const found = readPageDate(written, 'UTC')?.replace(/\+00:00$/u, '');
    assert.equal(found, date?.replace(/\+00:00$/u, ''));
  });
