import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeWorkbench } from './make-workbench.ts';

test('rejects a corpus that needs too much memory, with the amounts', async () => {
  await assert.rejects(
    makeWorkbench(9_999_999),
    /9999999 articles need 1501\.5 GB of memory, and \d+\.\d GB are free/u,
  );
});
