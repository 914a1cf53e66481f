import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { paper } from './manifest.ts';

test('an installed site opens on the paper of its pages', async () => {
  const tokens = await readFile(new URL('../styles/tokens.css', import.meta.url), 'utf8');
  assert.equal(/--paper: (#\w+);/u.exec(tokens)?.[1], paper);
});
