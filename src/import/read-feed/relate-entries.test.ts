import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../draft.ts';
import type { ImportedEntry } from './feed-entry.ts';
import { createEntryIndex, dropDuplicates } from './relate-entries.ts';

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

test('a link is changed only if it is certain which file an entry gets', () => {
  const entry = (link: string, name: string): ImportedEntry => ({
    ...{ link, name, published: '2026-01-06', authors: [], topics: [] },
  });
  const fileOf = createEntryIndex(
    [
      entry('https://old.example/1/pier/', 'pier'),
      entry('https://old.example/2/pier/', 'pier'),
      entry('https://old.example/3/pier-2/', 'pier-2'),
      entry('https://old.example/4/quay-2/', 'quay-2'),
      entry('https://old.example/5/Ferry/', 'Ferry'),
    ],
    'https://old.example/',
  );
  assert.deepEqual(
    ['/1/pier/', '/2/pier/', '/3/pier-2/', '/4/quay-2/', '/5/Ferry/', '/6/'].map(fileOf),
    [undefined, undefined, undefined, 'quay-2.md', 'Ferry.md', undefined],
  );
});
