import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOf } from './exit-code.ts';
import { explainDiskError, HostingError, PassingError } from './hosting-error.ts';

const withCode = (code: string) => Object.assign(new Error(`${code}: write`), { code });

const cases: readonly [what: string, error: unknown, code: number][] = [
  ['an error in an article', new HostingError('1 error'), 1],
  ['a mistake in the program', new TypeError('x is not a function'), 1],
  ['a text', 'error', 1],
  ['a full disk', withCode('ENOSPC'), 75],
  ['a full disk, explained', explainDiskError(withCode('ENOSPC'), '/srv/cache'), 75],
  ['a full disk in the message of a bundler', new Error('ENOSPC: no space left'), 75],
  ['too many open files, explained', explainDiskError(withCode('EMFILE'), 'dist'), 75],
  ['a network file system that was mounted again', withCode('ESTALE'), 75],
  ['a store that does not answer', new HostingError('…', { cause: withCode('ETIMEDOUT') }), 75],
  ['a process that crashed', new PassingError('…; build again'), 75],
  ['a folder without permission', withCode('EACCES'), 1],
  ['a file that is missing', withCode('ENOENT'), 1],
];
for (const [what, error, code] of cases)
  test(`${what}: exit code ${code}`, () => assert.equal(exitCodeOf(error), code));
