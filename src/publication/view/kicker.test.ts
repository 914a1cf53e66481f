import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { testView } from '../../../tests/support/test-view.ts';
import { createPublication } from '../edition/create-publication.ts';
import { kickerOf } from './kicker.ts';

const lines: readonly [
  section: string,
  kind: 'editorial' | 'opinion' | 'sponsored',
  printed: string,
][] = [
  ['World', 'opinion', 'World Opinion'],
  ['Opinion', 'opinion', 'Opinion'],
  ['OPINION', 'opinion', 'OPINION'],
  ['Opinion', 'editorial', 'Opinion Editorial'],
  ['Sponsored', 'sponsored', 'Sponsored Sponsored'],
];
for (const [section, kind, printed] of lines)
  test(`an article with kind ${kind} in the section ${section} has "${printed}"`, () => {
    const { publication } = createPublication(
      [testContentFile('a.md', { section, kind })],
      testSettings(`sections: [${section}]`),
      { now: Date.parse('2026-03-01'), drafts: false, files: new Set() },
    );
    const { context } = testView({ publication });
    const [article] = publication.editions[0]?.articles ?? [];
    assert.ok(article);
    const kicker = kickerOf(context, article);
    assert.equal(
      [kicker?.section?.text, kicker?.genre?.text].filter(Boolean).join(' '),
      printed,
    );
  });
