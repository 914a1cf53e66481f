import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import {
  formatDay,
  formatInstant,
  formatMonth,
  formatMonthName,
  formatYear,
  formatYearDay,
  formatYears,
  isTimeZone,
} from './format-date.ts';

/** Days 1, 6 and 31, a leap day, and a day of the first century. */
const DAYS = ['2026-01-01', '2026-01-06', '2025-12-31', '2024-02-29', '0033-04-03'];

const days: Record<string, string[]> = {
  en: [
    '1 January 2026',
    '6 January 2026',
    '31 December 2025',
    '29 February 2024',
    '3 April 33',
  ],
  ko: [
    '2026년 1월 1일',
    '2026년 1월 6일',
    '2025년 12월 31일',
    '2024년 2월 29일',
    '33년 4월 3일',
  ],
  'zh-Hans': ['2026年1月1日', '2026年1月6日', '2025年12月31日', '2024年2月29日', '33年4月3日'],
  'zh-Hant': ['2026年1月1日', '2026年1月6日', '2025年12月31日', '2024年2月29日', '33年4月3日'],
  ja: ['2026年1月1日', '2026年1月6日', '2025年12月31日', '2024年2月29日', '33年4月3日'],
  de: [
    '1. Januar 2026',
    '6. Januar 2026',
    '31. Dezember 2025',
    '29. Februar 2024',
    '3. April 33',
  ],
  fr: [
    '1er janvier 2026',
    '6 janvier 2026',
    '31 décembre 2025',
    '29 février 2024',
    '3 avril 33',
  ],
  es: [
    '1 de enero de 2026',
    '6 de enero de 2026',
    '31 de diciembre de 2025',
    '29 de febrero de 2024',
    '3 de abril de 33',
  ],
  ar: ['1 يناير 2026', '6 يناير 2026', '31 ديسمبر 2025', '29 فبراير 2024', '3 أبريل 33'],
  'en-US': [
    'January 1, 2026',
    'January 6, 2026',
    'December 31, 2025',
    'February 29, 2024',
    'April 3, 33',
  ],
  'de-AT': [
    '1. Jänner 2026',
    '6. Jänner 2026',
    '31. Dezember 2025',
    '29. Februar 2024',
    '3. April 33',
  ],
  'zh-TW': ['2026年1月1日', '2026年1月6日', '2025年12月31日', '2024年2月29日', '33年4月3日'],
  'pt-BR': [
    '1 de janeiro de 2026',
    '6 de janeiro de 2026',
    '31 de dezembro de 2025',
    '29 de fevereiro de 2024',
    '3 de abril de 33',
  ],
  tlh: [
    '1 January 2026',
    '6 January 2026',
    '31 December 2025',
    '29 February 2024',
    '3 April 33',
  ],
  'no tag': [
    '1 January 2026',
    '6 January 2026',
    '31 December 2025',
    '29 February 2024',
    '3 April 33',
  ],
};

for (const [language, expected] of Object.entries(days)) {
  test(`formats days in ${language}`, () => {
    assert.deepEqual(
      DAYS.map((day) => formatDay(day, language)),
      expected,
    );
  });
}

const WINTER = '2026-01-06T10:30:00Z';
const SUMMER = '2026-07-01T02:15+00:00';

const instants: [instant: string, language: string, zone: string, text: string][] = [
  ['2026-01-06T18:30+09:00', 'en', 'Asia/Seoul', '6 January 2026, 18:30 GMT+9'],
  ['2026-01-06T18:30+09:00', 'ko', 'Asia/Seoul', '2026년 1월 6일 18:30 GMT+9'],
  ['2026-01-06T18:30+09:00', 'zh-Hans', 'Asia/Seoul', '2026年1月6日 18:30 GMT+9'],
  ['2026-01-06T18:30+09:00', 'zh-Hant', 'Asia/Seoul', '2026年1月6日 18:30 GMT+9'],
  ['2026-01-06T18:30+09:00', 'ja', 'Asia/Seoul', '2026年1月6日 18:30 GMT+9'],
  ['2026-01-06T18:30+09:00', 'de', 'Asia/Seoul', '6. Januar 2026, 18:30 Uhr (GMT+9)'],
  ['2026-01-06T18:30+09:00', 'fr', 'Asia/Seoul', '6 janvier 2026 à 18h30 (UTC+9)'],
  ['2026-01-06T18:30+09:00', 'es', 'Asia/Seoul', '6 de enero de 2026, 18:30 GMT+9'],
  ['2026-01-06T18:30+09:00', 'ar', 'Asia/Seoul', '6 يناير 2026، 18:30 بتوقيت غرينتش+9'],
  ['2026-01-06T18:30+09:00', 'en-US', 'Asia/Seoul', 'January 6, 2026, 6:30 PM GMT+9'],
  [WINTER, 'en', 'America/New_York', '6 January 2026, 05:30 EST'],
  [SUMMER, 'en', 'America/New_York', '30 June 2026, 22:15 EDT'],
  [SUMMER, 'ko', 'America/New_York', '2026년 6월 30일 22:15 GMT-4'],
  [SUMMER, 'fr', 'America/New_York', '30 juin 2026 à 22h15 (UTC\u22124)'],
  [WINTER, 'de', 'Europe/Berlin', '6. Januar 2026, 11:30 Uhr (MEZ)'],
  [SUMMER, 'de', 'Europe/Berlin', '1. Juli 2026, 04:15 Uhr (MESZ)'],
  [WINTER, 'ko', 'Pacific/Kiritimati', '2026년 1월 7일 00:30 GMT+14'],
  [WINTER, 'en', 'Pacific/Pago_Pago', '5 January 2026, 23:30 GMT-11'],
  [WINTER, 'ja', 'Asia/Kathmandu', '2026年1月6日 16:15 GMT+5:45'],
  [WINTER, 'en', 'UTC', '6 January 2026, 10:30 UTC'],
  [WINTER, 'fr', 'UTC', '6 janvier 2026 à 10h30 (UTC)'],
  ['2026-12-31T23:59:59.999-12:00', 'en', 'Pacific/Kiritimati', '2 January 2027, 01:59 GMT+14'],
  ['0099-12-31T23:00:00Z', 'en', 'UTC', '31 December 99, 23:00 UTC'],
];

for (const [instant, language, zone, text] of instants) {
  test(`${instant} in ${zone} reads “${text}” in ${language}`, () => {
    // date-fns and Intl put different spaces before PM.
    assert.equal(formatInstant(instant, language, zone).replaceAll('\u202f', ' '), text);
  });
}

const yearDays: Readonly<Record<string, readonly [leapDay: string, march: string]>> = {
  en: ['29 February', 'March'],
  'en-US': ['February 29', 'March'],
  ko: ['2월 29일', '3월'],
  'zh-Hans': ['2月29日', '3月'],
  'zh-TW': ['2月29日', '3月'],
  ja: ['2月29日', '3月'],
  de: ['29. Februar', 'März'],
  fr: ['29 février', 'mars'],
  es: ['29 de febrero', 'marzo'],
  ar: ['29 فبراير', 'مارس'],
  'pt-BR': ['29 de fevereiro', 'março'],
  'no tag': ['29 February', 'March'],
};
for (const [language, expected] of Object.entries(yearDays)) {
  test(`formats days and months of every year in ${language}`, () => {
    assert.deepEqual(
      [formatYearDay('02-29', language), formatMonthName(3, language)],
      expected,
    );
  });
}

test('formats months and years in each language', () => {
  const both = (language: string) => [
    formatMonth(2026, 1, language),
    formatYear(2026, language),
  ];
  assert.deepEqual(both('en'), ['January 2026', '2026']);
  assert.deepEqual(both('ko'), ['2026년 1월', '2026년']);
  assert.deepEqual(both('zh-Hans'), ['2026年1月', '2026年']);
  assert.deepEqual(both('zh-Hant'), ['2026年1月', '2026年']);
  assert.deepEqual(both('ja'), ['2026年1月', '2026年']);
  assert.deepEqual(both('de'), ['Januar 2026', '2026']);
  assert.deepEqual(both('fr'), ['janvier 2026', '2026']);
  assert.deepEqual(both('es'), ['enero de 2026', '2026']);
  assert.deepEqual(both('ar'), ['يناير 2026', '2026']);
  assert.equal(formatMonth(50, 12, 'en'), 'December 50');
  assert.equal(formatYear(999, 'en'), '999');
});

const impossible = [
  '2026-02-29',
  '2026-02-30',
  '2026-13-01',
  '2026-1-6',
  '6 January 2026',
  '',
  '2026-01-06T00:00Z',
];
for (const day of impossible) {
  test(`rejects “${day}” as a day`, () => {
    assert.throws(() => formatDay(day, 'en'), {
      name: 'RangeError',
      message: /expected a day such as/,
    });
  });
}

for (const instant of [
  '2026-01-06',
  '2026-01-06T18:30',
  '2026-02-30T10:00Z',
  '2026-01-06T25:00Z',
  'now',
]) {
  test(`rejects “${instant}” as an instant`, () => {
    assert.throws(() => formatInstant(instant, 'en', 'UTC'), {
      name: 'RangeError',
      message: /expected an instant/,
    });
  });
}

test('rejects an unknown time zone', () => {
  assert.throws(
    () => formatInstant(WINTER, 'en', 'Mars/Base'),
    /expected a time zone such as Asia\/Seoul/,
  );
});

test('accepts IANA names as time zones, not offsets or other texts', () => {
  const zones = [
    'UTC',
    'Asia/Seoul',
    'asia/seoul',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
  ];
  assert.deepEqual(
    zones.filter((name) => !isTimeZone(name)),
    [],
  );
  assert.deepEqual(
    ['', '+09:00', '9', 'Mars/Base', 'Seoul Time', '../UTC'].filter(isTimeZone),
    [],
  );
});

test('the time zone and locale of the process have no effect', () => {
  const script = `
    import { formatDay, formatInstant } from ${JSON.stringify(new URL('format-date.ts', import.meta.url).href)};
    import { languageName } from ${JSON.stringify(new URL('language-name.ts', import.meta.url).href)};
    import { joinNames } from ${JSON.stringify(new URL('join-names.ts', import.meta.url).href)};
    const days = ['1994-12-31', '2011-12-30', '2026-01-06', '2026-03-29', '0001-01-01'];
    const zones = ['Asia/Seoul', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'UTC'];
    const texts = ['en', 'ko', 'fr', 'ar', 'pt-BR', 'tlh'].flatMap((language) => [
      languageName(language), joinNames(['A', 'B', 'C'], language),
      ...days.flatMap((day) => [formatDay(day, language),
        ...zones.map((zone) => formatInstant(day + 'T02:30:00Z', language, zone))]),
    ]);
    console.log(texts.join('\\n'));`;
  const print = (TZ: string, LC_ALL: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { TZ, LC_ALL, LANG: LC_ALL },
      encoding: 'utf8',
    });
  const expected = print('UTC', 'C');
  assert.match(expected, /^31 December 1994$/m);
  assert.equal(print('Pacific/Pago_Pago', 'ko_KR.UTF-8'), expected);
  assert.equal(print('Pacific/Apia', 'ar_EG.UTF-8'), expected);
});

test('formats a period of years as its language does', () => {
  const expected = {
    ...{ en: '1980 – 1989', ko: '1980년 ~ 1989년', 'zh-Hans': '1980–1989年' },
    ...{ 'zh-Hant': '1980至1989', ja: '1980年～1989年', de: '1980–1989', ar: '1980–1989' },
  };
  for (const [language, text] of Object.entries(expected))
    assert.equal(formatYears(1980, 1989, language).replaceAll('\u2009', ' '), text, language);
  assert.equal(formatYears(2020, 2020, 'ko'), '2020년');
  assert.match(formatYears(31, 39, 'en'), /^31\D+39$/u);
});
