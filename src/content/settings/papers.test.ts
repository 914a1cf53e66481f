import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { papers } from './papers.ts';

test('matches the style sheets', async () => {
  const tokens = await readFile(
    new URL('../../site/styles/tokens.css', import.meta.url),
    'utf8',
  );
  const [, light, dark] =
    /--paper: var\(--light, (#\w+)\) var\(--dark, (#\w+)\)/u.exec(tokens) ?? [];
  assert.deepEqual({ light, dark }, papers);
});
