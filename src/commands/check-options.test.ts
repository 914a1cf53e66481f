import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCheckOptions } from './check-options.ts';

const plain = { strict: false, content: false, allowPrivate: false };

const read: readonly [given: string[], options: object][] = [
  [[], plain],
  [['--strict', '--content'], { ...plain, strict: true, content: true }],
  [['--since', 'a.json'], { ...plain, since: 'a.json' }],
  [['--since=a=b.json'], { ...plain, since: 'a=b.json' }],
  [['--links'], { ...plain, links: 'list' }],
  [['--links=online', '--allow-private'], { ...plain, links: 'online', allowPrivate: true }],
];
for (const [given, options] of read) {
  test(`check ${given.join(' ')}`, () => assert.deepEqual(parseCheckOptions(given), options));
}

for (const given of [
  ['--sinc', 'a'],
  ['--since'],
  ['--since', '--strict'],
  ['--since='],
  ['--links=of'],
  ['a.md'],
]) {
  test(`check ${given.join(' ')} is refused`, () => {
    assert.throws(() => parseCheckOptions(given), /^CommandError: check: expected/u);
  });
}
