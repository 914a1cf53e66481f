import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { papers } from './papers.ts';

test('papers are those of the style sheets', async () => {
  const tokens = await readFile(
    new URL('../../site/styles/tokens.css', import.meta.url),
    'utf8',
  );
  const found = [...tokens.matchAll(/color-scheme: (\w+);[^}]*?--paper: (#\w+);/gu)];
  assert.equal(found[0]?.[2], papers.light);
  assert.equal(found.find(([, scheme]) => scheme === 'dark')?.[2], papers.dark);
});
