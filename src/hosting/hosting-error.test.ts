import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainDiskError, isDiskFull } from './hosting-error.ts';

const full = (error: Error) => Object.assign(error, { code: 'ENOSPC' });

for (const [what, error, expected] of [
  ['an error with a code', full(new Error('ENOSPC: no space left on device, write')), true],
  ['the cause of an error', new Error('the cache', { cause: full(new Error('write')) }), true],
  ['a message of a bundler', new Error('Build failed:\nENOSPC: no space, open "/a"'), true],
  [
    'another message of a bundler',
    new Error('Failed to write file\n\nCaused by:\n    No space left on device (os error 28)'),
    true,
  ],
  ['another error', new Error('No space for this headline'), false],
] as const)
  test(`${expected ? 'recognizes' : 'does not recognize'} a full disk in ${what}`, () => {
    assert.equal(isDiskFull(error), expected);
    const explained = explainDiskError(error, '/srv/cache', 'CACHE_DIR') as Error;
    if (expected) assert.match(explained.message, /^\/srv\/cache: the disk is full: /u);
    else assert.equal(explained, error);
  });
