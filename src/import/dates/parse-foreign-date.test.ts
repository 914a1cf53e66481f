import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '../../language/format-date.ts';
import { WORDS } from '../../language/words-for.ts';
import { normalizeDate } from '../read-post/read-dates.ts';
import { dayWithin, parseForeignDate } from './parse-foreign-date.ts';

const dates: readonly [written: string, date: string | undefined][] = [
  ['5. März 2024', '2024-03-05'],
  ['5.März 2024', '2024-03-05'],
  ['Dienstag, 5. März 2024 14:30 Uhr', '2024-03-05T14:30'],
  ['Donnerstag, den 7. März 2024, 14.30 Uhr', '2024-03-07T14:30'],
  ['am 5. März 2024 um 9 Uhr', '2024-03-05T09:00'],
  ['Di, 05 Mär 2024 10:00:00 +0100', '2024-03-05T10:00+01:00'],
  ['7. Jänner 2024', '2024-01-07'],
  ['5 mars 2024', '2024-03-05'],
  ['mardi 5 mars 2024 à 14h30', '2024-03-05T14:30'],
  ['le 1er août 2024', '2024-08-01'],
  ['mar., 05 mars 2024 10:00:00 +0100', '2024-03-05T10:00+01:00'],
  ['05 déc. 2024', '2024-12-05'],
  ['5 de marzo de 2024', '2024-03-05'],
  ['martes, 5 de marzo de 2024 a las 2:30 p. m.', '2024-03-05T14:30'],
  ['miércoles 6 marzo 2024', '2024-03-06'],
  ['1.º de mayo de 2024', '2024-05-01'],
  ['5-mar-2024', '2024-03-05'],
  ['٥ مارس ٢٠٢٤', '2024-03-05'],
  ['الثلاثاء، ٥ مارس ٢٠٢٤ ١٤:٣٠', '2024-03-05T14:30'],
  ['5 آذار 2024 2:30 م', '2024-03-05T14:30'],
  ['يوم 5 كانون الأول 2024', '2024-12-05'],
  ['٢٠٢٤-٠٣-٠٥', '2024-03-05'],
  ['۲۰۲۴-۰۳-۰۵', '2024-03-05'],
  ['２０２４年３月５日', '2024-03-05'],
  ['2024年3月5日 14時30分', '2024-03-05T14:30'],
  ['2024年3月5日（火）午後2時30分', '2024-03-05T14:30'],
  ['令和6年3月5日', '2024-03-05'],
  ['平成元年一月八日', '1989-01-08'],
  ['民國113年3月5日', '2024-03-05'],
  ['二〇二四年三月五日', '2024-03-05'],
  ['二〇二四年十二月三十一日', '2024-12-31'],
  ['星期二, 05 三月 2024 10:00:00 +0800', '2024-03-05T10:00+08:00'],
  ['周二, 05 3月 2024 10:00:00 +0800', '2024-03-05T10:00+08:00'],
  ['2024年3月5日 上午10:05', '2024-03-05T10:05'],
  ['2024년 3월 5일 오후 2:30', '2024-03-05T14:30'],
  ['2024년 3월 5일 화요일 오후 2시 30분', '2024-03-05T14:30'],
  ['화, 05 3월 2024 10:00:00 +0900', '2024-03-05T10:00+09:00'],
  ['2024-03-05T10:00:00+09:00[Asia/Seoul]', '2024-03-05T10:00+09:00'],
  ['2024-03-05T10:00:00[Asia/Seoul]', '2024-03-05T10:00+09:00'],
  ['2024-07-05T10:00[Europe/Berlin][u-ca=gregory]', '2024-07-05T10:00+02:00'],
  ['2024-03-05T10:00[Nowhere/Else]', undefined],
  ['2024-03-05 10:20:00 UTC+09:00', '2024-03-05T10:20+09:00'],
  ['Tue Mar 05 2024 10:20:00 GMT+0900 (KST)', '2024-03-05T10:20+09:00'],
  ['5 marzo 2024', '2024-03-05'],
  ['5 de março de 2024', '2024-03-05'],
  ['terça-feira, 5 de março de 2024', '2024-03-05'],
  ['5 maart 2024', '2024-03-05'],
  ['5 марта 2024', '2024-03-05'],
  ['5 marca 2024', '2024-03-05'],
  ['5. Foobar 2024', undefined],
  ['31 février 2024', undefined],
  ['mars 2024', undefined],
  ['5 mars', undefined],
  ['1.2.2024', undefined],
];
for (const [written, date] of dates)
  test(`${written} is ${date ?? 'no date'}`, () => {
    assert.equal(normalizeDate(written), date);
  });

const paths: readonly [path: string, day: string | undefined][] = [
  ['/2024/03/05/quay/', '2024-03-05'],
  ['/news/2024-03-05-quay.html', '2024-03-05'],
  ['/2024/3/5', '2024-03-05'],
  ['/2024/02/31/quay/', undefined],
  ['/2024/03/quay/', undefined],
  ['/12024/03/05/', undefined],
];
for (const [path, day] of paths)
  test(`the path ${path} has ${day ?? 'no day'}`, () => {
    assert.equal(dayWithin(path), day);
  });

for (const language of Object.keys(WORDS))
  test(`reads the days that ${language} prints`, () => {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2024-${`${month}`.padStart(2, '0')}-05`;
      const written = formatDay(day, language);
      assert.equal(parseForeignDate(written, language)?.day, day, written);
    }
  });
