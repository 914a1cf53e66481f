import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeWorkbench } from './make-workbench.ts';

test('a corpus for which there is no memory is refused, with how much it needs', async () => {
  await assert.rejects(
    makeWorkbench(9_999_999),
    /9999999 articles need 1501\.5 GB of memory, and \d+\.\d GB are free/u,
  );
});
