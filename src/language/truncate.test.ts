import assert from 'node:assert/strict';
import { test } from 'node:test';
import { truncate, truncateBytes, truncateWords } from './truncate.ts';

const cases: readonly [how: typeof truncate, text: string, max: number, truncated: string][] = [
  [truncate, 'bridge', 6, 'bridge'],
  [truncate, 'bridges', 6, 'bridg…'],
  [truncate, 'the bridge', 5, 'the…'],
  [truncate, '🌉🌉🌉', 3, '🌉🌉🌉'],
  [truncate, '🌉🌉🌉🌉', 3, '🌉🌉…'],
  [truncateWords, 'The bridge stays open', 21, 'The bridge stays open'],
  [truncateWords, 'The bridge stays open', 20, 'The bridge stays…'],
  [truncateWords, 'a'.repeat(50), 40, `${'a'.repeat(39)}…`],
  [truncateBytes, 'bridge', 6, 'bridge'],
  [truncateBytes, 'brücke', 3, 'br'],
  [truncateBytes, 'brücke', 4, 'brü'],
  [truncateBytes, '🌉🌉', 7, '🌉'],
];
for (const [how, text, max, truncated] of cases)
  test(`${how.name} cuts "${text}" to ${max}`, () => assert.equal(how(text, max), truncated));
