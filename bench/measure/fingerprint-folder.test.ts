import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fingerprint } from './fingerprint-folder.ts';
import { listDifferences } from './fingerprint-folder.ts';

test('added, removed and changed files are differences; equal ones are not', () => {
  const folder = (files: Record<string, string>): Fingerprint =>
    new Map(Object.entries(files).map(([path, hash]) => [path, { bytes: 1, hash }]));
  const before = folder({ 'same.html': 'a', 'changed.html': 'a', 'gone.html': 'a' });
  const after = folder({ 'same.html': 'a', 'changed.html': 'b', 'new.html': 'a' });
  assert.deepEqual(listDifferences(before, after), ['changed.html', 'gone.html', 'new.html']);
  assert.deepEqual(listDifferences(before, before), []);
});
