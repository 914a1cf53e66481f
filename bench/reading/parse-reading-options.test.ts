import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommand } from '../../src/commands/parse-command.ts';
import { parseReadingOptions } from './parse-reading-options.ts';

const parse = (...given: string[]) => parseReadingOptions(parseCommand('bench', given).options);

test('options of the reading benchmark have defaults', () => {
  const only = ['dateline', 'bare', 'starlight', 'minima', 'papermod'];
  const defaults = { only, loads: 20, rounds: 3, seed: 1 };
  assert.deepEqual(parse('--reading'), defaults);
  assert.deepEqual(parse('--reading', '--only=bare, minima', '--loads', '3', '--json', 'a'), {
    ...defaults,
    only: ['bare', 'minima'],
    loads: 3,
    json: 'a',
  });
});

test('rejects wrong options by name', () => {
  const cases: [string[], RegExp][] = [
    [['--loads', '0'], /--loads: .*"0"/u],
    [['--only', 'hugo'], /--only: .*"hugo"/u],
    [['--fast', '3'], /--fast/u],
  ];
  for (const [args, message] of cases)
    assert.throws(() => parse('--reading', ...args), message);
});
