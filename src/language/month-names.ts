/** Names and abbreviations of the months, from January on. */
export const monthNames: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia января янв ocak 一月 يناير جانفي',
  'february feb februar feber février févr fév fevr febrero febbraio fevereiro fev februari lutego февраля фев şubat 二月 فبراير فيفري شباط',
  'march mar märz mär mrz mars marzo março maart mrt marca марта мар mart maret 三月 مارس آذار',
  'april apr avril avr abril abr aprile kwietnia апреля апр nisan 四月 أبريل ابريل إبريل أفريل نيسان',
  'may mai mayo maggio mag maio mei maj maja мая mayıs 五月 مايو ماي أيار',
  'june jun juni juin junio giugno giu junho czerwca июня июн haziran 六月 يونيو يونيه جوان حزيران',
  'july jul juli juillet juil julio luglio lug julho lipca июля июл temmuz 七月 يوليو يوليه جويلية تموز',
  'august aug août aout agosto ago augustus augusti sierpnia августа авг ağustos agustus 八月 أغسطس اغسطس أوت آب',
  'september sep sept septembre septiembre setiembre settembre set setembro września сентября сен eylül 九月 سبتمبر أيلول',
  'october oct oktober okt octobre octubre ottobre ott outubro out października октября окт ekim 十月 أكتوبر اكتوبر',
  'november nov novembre noviembre novembro listopada ноября ноя kasım 十一月 نوفمبر',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro desember grudnia декабря дек aralık 十二月 ديسمبر',
];
/** Month names of two words, used in the Levant. */
const twoWords: readonly [name: RegExp, month: string][] = [
  [/كانون الثاني/gu, 'يناير'],
  [/كانون الأول/gu, 'ديسمبر'],
  [/تشرين الأول/gu, 'أكتوبر'],
  [/تشرين الثاني/gu, 'نوفمبر'],
];

const months = new Map(
  monthNames.flatMap((row, index) => row.split(' ').map((name) => [name, index + 1])),
);

/** The number of a month, from 1, by a name or abbreviation in any of these languages. */
export function monthOf(name: string): number | undefined {
  return months.get(name.toLowerCase());
}

/** Replaces the month names of two words, which the Levant uses, by those of one. */
export function toOneWordMonths(text: string): string {
  let result = text;
  for (const [name, month] of twoWords) result = result.replace(name, month);
  return result;
}

/** Arabic, Persian and full-width figures as ASCII; the length stays. */
export function toAsciiFigures(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/gu, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/gu, (sign) => String(sign.charCodeAt(0) - 0x6f0))
    .replace(/[\uFF10-\uFF19]/gu, (sign) => String(sign.charCodeAt(0) - 0xff10));
}
