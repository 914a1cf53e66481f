import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherFolder } from '../../tests/gather-folder.ts';
import { nextChange } from './gather-site.ts';

const article = (date: string, ...fields: string[]) =>
  ['---', 'title: A quay', `date: ${date}`, ...fields, '---', '', 'Text.', ''].join('\n');

/** The first change after noon of 1 June 2026. */
const cases: readonly [what: string, file: string, next: string | undefined][] = [
  ['an old article never changes', article('2026-01-06'), undefined],
  ['an article is published', article('2026-06-02T08:00Z'), '2026-06-02T08:00:00.000Z'],
  [
    'an article is published by its publishDate',
    article('2026-01-06', 'publishDate: 2026-06-05'),
    '2026-06-05T00:00:00.000Z',
  ],
  [
    'an article expires',
    article('2026-01-06', 'expiryDate: 2026-06-05'),
    '2026-06-05T00:00:00.000Z',
  ],
  ['an article is no longer news', article('2026-05-31'), '2026-06-02T00:00:00.001Z'],
  [
    'a date is no longer in the future',
    article('2026-01-06', 'updated: 2026-06-09'),
    '2026-06-08T10:00:00.000Z',
  ],
  ['a draft never changes', article('2026-06-02T08:00Z', 'draft: true'), undefined],
];

test('next change: a front page begins', async (t) => {
  const gathered = await gatherFolder(t, {
    'a.md': article('2026-01-06'),
    'front/2026-06-03.yaml': 'lead: a.md\n',
  });
  const time = nextChange(gathered, Date.parse('2026-06-01T12:00:00Z'));
  assert.equal(new Date(time).toISOString(), '2026-06-03T00:00:00.000Z');
});

for (const [what, file, next] of cases)
  test(`next change: ${what}`, async (t) => {
    const gathered = await gatherFolder(t, { 'a.md': file });
    const time = nextChange(gathered, Date.parse('2026-06-01T12:00:00Z'));
    const shown = time === Number.MAX_SAFE_INTEGER ? undefined : new Date(time).toISOString();
    assert.equal(shown, next);
  });
