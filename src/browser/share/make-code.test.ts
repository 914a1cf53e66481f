import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPath } from './make-code.ts';

test('converts each row to runs of dark modules', () =>
  assert.equal(
    toPath([
      [true, true, false, true],
      [false, false, false, false],
      [true, true, true, true],
    ]),
    'M0 0h2v1H0zM3 0h1v1H3zM0 2h4v1H0z',
  ));
