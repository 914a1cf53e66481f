import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReadingOptions } from './parse-reading-options.ts';

test('options of the reading benchmark have defaults', () => {
  const only = ['dateline', 'bare', 'starlight', 'minima', 'papermod'];
  const defaults = { only, loads: 20, rounds: 3, seed: 1 };
  assert.deepEqual(parseReadingOptions(['--reading']), defaults);
  assert.deepEqual(
    parseReadingOptions(['--reading', '--only=bare, minima', '--loads', '3', '--json', 'a']),
    { ...defaults, only: ['bare', 'minima'], loads: 3, json: 'a' },
  );
});

test('wrong options are refused by name', () => {
  const cases: [string[], RegExp][] = [
    [['--loads', '0'], /--loads: .*"0"/u],
    [['--only', 'hugo'], /--only: .*"hugo"/u],
    [['--counts', '3'], /--counts/u],
  ];
  for (const [args, message] of cases)
    assert.throws(() => parseReadingOptions(['--reading', ...args]), message);
});
