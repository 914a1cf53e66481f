import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weekdaysIn } from './week.ts';

const weeks: Readonly<Record<string, readonly [first: number, days: string]>> = {
  en: [1, 'Mon Tue Wed Thu Fri Sat Sun'],
  'en-US': [0, 'Sun Mon Tue Wed Thu Fri Sat'],
  ko: [0, '일 월 화 수 목 금 토'],
  'zh-Hans': [1, '周一 周二 周三 周四 周五 周六 周日'],
  'zh-Hant': [1, '週一 週二 週三 週四 週五 週六 週日'],
  ja: [0, '日 月 火 水 木 金 土'],
  de: [1, 'Mo Di Mi Do Fr Sa So'],
  fr: [1, 'lun. mar. mer. jeu. ven. sam. dim.'],
  es: [1, 'lun mar mié jue vie sáb dom'],
  ar: [6, 'السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة'],
  'pt-BR': [0, 'dom. seg. ter. qua. qui. sex. sáb.'],
  fa: [6, 'شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه'],
  xx: [1, 'Mon Tue Wed Thu Fri Sat Sun'],
};

for (const [language, [first, days]] of Object.entries(weeks)) {
  test(`a week in ${language}`, () => {
    const week = weekdaysIn(language);
    assert.equal(week[0]?.number, first);
    assert.equal(week.map(({ short }) => short).join(' '), days);
    assert.equal(new Set(week.map(({ name }) => name)).size, 7);
  });
}
