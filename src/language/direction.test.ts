import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf } from './direction.ts';

test('a language has the direction of its script', () => {
  const rtl = [
    'ar',
    'AR-eg',
    'he',
    'iw',
    'fa',
    'ur',
    'ps',
    'yi',
    'ckb',
    'dv',
    'ug',
    'sd',
    'pa-PK',
    'az-Arab',
  ];
  const ltr = [
    'en',
    'ko',
    'zh-Hans',
    'ja',
    'de',
    'ar-Latn',
    'ku',
    'pa',
    'az',
    'xx',
    'no tag',
    '',
  ];
  assert.deepEqual(
    rtl.filter((language) => directionOf(language) !== 'rtl'),
    [],
  );
  assert.deepEqual(
    ltr.filter((language) => directionOf(language) !== 'ltr'),
    [],
  );
});
