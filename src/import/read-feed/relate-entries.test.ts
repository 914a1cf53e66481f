import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../draft.ts';
import { dropDuplicates } from './relate-entries.ts';

const draft = (identity: string, body: string): Draft => ({
  ...{ source: 'feed', identity, body, fields: { title: 'T' }, pictures: [], notes: [] },
});

test('keeps a hundred thousand entries with one id in seconds, each with an identity of its own', {
  timeout: 60_000,
}, () => {
  const drafts = Array.from({ length: 100_000 }, (_, index) => draft('one', `Words ${index}`));
  const kept = dropDuplicates([...drafts, ...drafts, draft('other', 'Words')]);
  assert.equal(kept.length, 100_001);
  assert.equal(new Set(kept.map(({ identity }) => identity)).size, 100_001);
  assert.equal(kept[99_999]?.identity, 'one#100000');
  assert.match(kept[0]?.notes[0]?.message ?? '', /the same text/u);
  assert.match(kept[1]?.notes[0]?.message ?? '', /both are kept/u);
});
