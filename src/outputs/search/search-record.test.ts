import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { createPublication } from '../../publication/edition/create-publication.ts';
import { createSearchRecords } from './search-record.ts';

const files = [
  testContentFile('people/jane.md', { name: 'Jane Roe', role: 'Reporter', date: '' }),
  // Without articles.
  testContentFile('people/omar.md', { name: 'Omar Diaz', date: '' }),
  testContentFile('stories/flood.md', {
    ...{ title: 'The flood', summary: 'It rained.', keyPoints: ['The dam holds'], date: '' },
    state: 'closed',
  }),
];
const part = (path: string, date: string) =>
  testContentFile(path, { date, story: 'flood', authors: [{ name: 'Jane Roe' }] });

function records(contentFiles: typeof files) {
  const { publication } = createPublication(
    contentFiles,
    testSettings('name: Daily\nextras: [search]'),
    { now: Date.parse('2026-02-01'), drafts: false, files: new Set() },
  );
  return new Map(createSearchRecords(publication).map((record) => [record.address, record]));
}

test('people and running stories with a file are in the index, with the day of the first article', () => {
  const first = testContentFile('0.md', { date: '2025-12-31' });
  const found = records([
    ...files,
    first,
    part('a.md', '2026-01-02'),
    part('b.md', '2026-01-03'),
  ]);
  assert.deepEqual(
    [...found.values()].map(({ address, headline, standfirst, day, date, kind }) => [
      ...[address, headline, standfirst, day, date, kind?.label],
    ]),
    [
      ['/2025/12/31/0/', '0.md', undefined, '2025-12-31', '31 December 2025', undefined],
      ['/2026/01/02/a/', 'a.md', undefined, '2026-01-02', '2 January 2026', undefined],
      ['/2026/01/03/b/', 'b.md', undefined, '2026-01-03', '3 January 2026', undefined],
      ['/author/jane/', 'Jane Roe', undefined, '2026-01-02', undefined, 'Reporter'],
      ['/author/omar/', 'Omar Diaz', undefined, '2025-12-31', undefined, undefined],
      [
        ...['/story/flood/', 'The flood', 'It rained. The dam holds', '2026-01-02'],
        ...[undefined, 'Closed'],
      ],
    ],
  );
});

test('a new article does not change the record of its author and its story', () => {
  const before = records([...files, part('a.md', '2026-01-02')]);
  const after = records([...files, part('a.md', '2026-01-02'), part('b.md', '2026-01-03')]);
  for (const address of ['/author/jane/', '/author/omar/', '/story/flood/'])
    assert.deepEqual(after.get(address), before.get(address));
});
