import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommand } from '../src/commands/parse-command.ts';
import { parseOptions } from './parse-options.ts';

test('options have defaults and take lists', () => {
  const defaults = {
    counts: [100, 1000],
    only: ['dateline', 'eleventy', 'hugo'],
    rounds: 1,
    seed: 1,
    extras: true,
  };
  const cases: [string[], object][] = [
    [[], defaults],
    [['--counts', '20, 50'], { ...defaults, counts: [20, 50] }],
    [['--plain'], { ...defaults, extras: false }],
    [['--only=hugo', '--json', 'out.json'], { ...defaults, only: ['hugo'], json: 'out.json' }],
  ];
  for (const [args, options] of cases)
    assert.deepEqual(parseOptions(parseCommand('bench', args).options), options);
});

test('wrong options are refused by name', () => {
  const cases: [string[], RegExp][] = [
    [['--counts', '0'], /--counts: .*"0"/u],
    [['--counts', '10,many'], /--counts: .*"many"/u],
    [['--only', 'jekyll'], /--only: .*"jekyll"/u],
    [['--fast'], /--fast/u],
  ];
  for (const [args, message] of cases)
    assert.throws(() => parseOptions(parseCommand('bench', args).options), message);
});
