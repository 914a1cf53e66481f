import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommand } from '../src/commands/parse-command.ts';
import { parseOptions } from './parse-options.ts';

test('options have defaults and take lists', () => {
  const defaults = {
    articles: [100, 1000],
    devArticles: [10, 10_000],
    only: ['dateline', 'dateline-plain', 'eleventy', 'hugo', 'sample', 'dev'],
    runs: ['cold', 'unchanged', 'edited'],
    rounds: 1,
    seed: 1,
  };
  const cases: [string[], object][] = [
    [[], defaults],
    [['--articles', '20, 50'], { ...defaults, articles: [20, 50] }],
    [
      ['--articles', '100000', '--dev-articles=20'],
      { ...defaults, articles: [100_000], devArticles: [20] },
    ],
    [['--only=hugo, dev', '--rounds', '3'], { ...defaults, only: ['hugo', 'dev'], rounds: 3 }],
    [['--runs', 'edited,unchanged'], { ...defaults, runs: ['edited', 'unchanged'] }],
    [
      ['--json', 'out.json', '--chart', 'out.svg'],
      { ...defaults, json: 'out.json', chart: 'out.svg' },
    ],
    [['--from', 'in.json'], { ...defaults, from: 'in.json' }],
  ];
  for (const [args, options] of cases)
    assert.deepEqual(parseOptions(parseCommand('bench', args).options), options);
});

test('rejects wrong options by name', () => {
  const cases: [string[], RegExp][] = [
    [['--articles', '0'], /--articles: .*"0"/u],
    [['--dev-articles', '10,many'], /--dev-articles: .*"many"/u],
    [['--only', 'jekyll'], /--only: .*"jekyll"/u],
    [['--runs', 'warm'], /--runs: .*"warm"/u],
    [['--runs', 'cold,edit'], /got "edit"; did you mean edited\?/u],
    [['--fast'], /--fast/u],
  ];
  for (const [args, message] of cases)
    assert.throws(() => parseOptions(parseCommand('bench', args).options), message);
});
