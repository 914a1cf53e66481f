/** Names of months, each with the shorter forms that newspapers use, from January on. */
const names: readonly string[] = [
  'january jan januar jänner janvier janv enero ene يناير جانفي',
  'february feb februar février févr fév febrero فبراير فيفري شباط',
  'march mar märz mrz mars marzo مارس آذار',
  'april apr avril avr abril abr أبريل ابريل إبريل أفريل نيسان',
  'may mai mayo مايو ماي أيار',
  'june jun juni juin junio يونيو يونيه جوان حزيران',
  'july jul juli juillet juil julio يوليو يوليه جويلية تموز',
  'august aug août aout agosto ago أغسطس اغسطس أوت آب',
  'september sep sept septembre septiembre setiembre سبتمبر أيلول',
  'october oct oktober okt octobre octubre أكتوبر اكتوبر',
  'november nov novembre noviembre نوفمبر',
  'december dec dezember dez décembre déc diciembre dic ديسمبر',
];
const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const months = new Map(
  names.flatMap((row, index) => row.split(' ').map((name) => [name, english[index] ?? ''])),
);
/** Months of the Levant that have names of two words. */
const twoWords: readonly [name: RegExp, month: string][] = [
  [/كانون الثاني/gu, 'يناير'],
  [/كانون الأول/gu, 'ديسمبر'],
  [/تشرين الأول/gu, 'أكتوبر'],
  [/تشرين الثاني/gu, 'نوفمبر'],
];

const dayMonthYear =
  /(?<![\d\p{L}])(\d{1,2})(?:\.|er|º|°|st|nd|rd|th)?\s+(?:of\s+|de\s+|d['’])?(\p{L}[\p{L}\p{M}]+)\.?,?\s*(?:de[l]?\s+)?(\d{4})(?!\d)/giu;
const monthDayYear =
  /(?<![\p{L}])(\p{L}[\p{L}\p{M}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/giu;

/**
 * A text whose dates and times of day are as English has them, in ASCII figures: `11 de noviembre
 * de 2020`, `1er mars 2024 à 10h30`, `١١ نوفمبر ٢٠٢٠`, `오후 3:05`. All other words stay.
 */
export function translateDate(text: string): string {
  let said = text
    .normalize('NFC')
    .replace(/[\u0660-\u0669]/gu, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/gu, (sign) => String(sign.charCodeAt(0) - 0x6f0))
    .replace(/[\uFF10-\uFF19]/gu, (sign) => String(sign.charCodeAt(0) - 0xff10))
    .replace(/[\u00A0\u2007\u202F]/gu, ' ')
    .replace(/[\u200E\u200F\u061C]/gu, '');
  for (const [name, month] of twoWords) said = said.replace(name, month);
  return said
    .replace(dayMonthYear, (all, day, name, year) => {
      const month = months.get(name.toLowerCase());
      return month === undefined ? all : `${day} ${month} ${year}`;
    })
    .replace(monthDayYear, (all, name, day, year) => {
      const month = months.get(name.toLowerCase());
      return month === undefined ? all : `${month} ${day}, ${year}`;
    })
    .replace(/(?<=\d{4},?)\s+(?:at|à|um|a las|الساعة)\s+(?=\d)/giu, ' ')
    .replace(/(\d{1,2})\s?[hH]\s?(\d{2})(?!\d)/gu, '$1:$2')
    .replace(/(\d{1,2})[.:](\d{2})\s?Uhr/gu, '$1:$2')
    .replace(
      /(오전|오후|上午|下午|晚上|午前|午後)\s?(\d{1,2})\s?[:時时시点點]\s?(\d{2})\s?[分분]?/gu,
      (_, half: string, hour: string, minute: string) => {
        const isLate = /오후|下午|晚上|午後/u.test(half);
        return `${(Number(hour) % 12) + (isLate ? 12 : 0)}:${minute}`;
      },
    )
    .replace(/(\d{1,2})\s?[時时시点點]\s?(\d{2})\s?[分분]/gu, '$1:$2');
}
