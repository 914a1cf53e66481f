import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCheckOptions } from './check-options.ts';
import { parseCommand } from './parse-command.ts';

const plain = { strict: false, allowPrivate: false };

const read: readonly [given: string[], options: object][] = [
  [[], plain],
  [['--strict'], { ...plain, strict: true }],
  [['--since', 'a.json'], { ...plain, since: 'a.json' }],
  [['--since=a=b.json'], { ...plain, since: 'a=b.json' }],
  [['--rights'], { ...plain, rights: 'table' }],
  [['--rights=csv'], { ...plain, rights: 'csv' }],
  [['--links'], { ...plain, links: 'list' }],
  [['--links=online', '--allow-private'], { ...plain, links: 'online', allowPrivate: true }],
];
for (const [given, options] of read) {
  test(`check ${given.join(' ')}`, () =>
    assert.deepEqual(toCheckOptions(parseCommand('check', given)), options));
}
