import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { chooseHighlights } from './choose-highlights.ts';
import { createPublication } from './create-publication.ts';

const image = { file: './quay.png', alt: 'A quay', credit: { creator: 'Jane Roe' } };

/** Articles as chosen, newest first. A name begins with what the article has. */
const cases: readonly [names: string, count: number, chosen: string][] = [
  ['plain-c plain-b plain-a', 2, 'plain-c plain-b'],
  ['plain-c plain-b picture-a', 1, 'picture-a'],
  ['plain-c summary-b picture-a', 2, 'summary-b picture-a'],
  ['picture-d picture-c picture-b arts-a', 2, 'picture-d arts-a'],
  ['plain-a', 5, 'plain-a'],
  ['picture-paid plain-a', 2, 'plain-a'],
  ['', 5, ''],
];
for (const [names, count, chosen] of cases) {
  test(`chooses ${chosen || 'nothing'} as ${count} of ${names || 'nothing'}`, () => {
    const list = names === '' ? [] : names.split(' ');
    const files = list.map((name, index) =>
      testContentFile(`${name}.md`, {
        date: `2024-${String(12 - index).padStart(2, '0')}-05`,
        section: name.startsWith('arts') ? 'Arts' : 'City',
        ...(/^(?:picture|arts)/u.test(name) ? { image } : {}),
        ...(name.endsWith('paid') ? { kind: 'sponsored' as const } : {}),
        ...(name.startsWith('summary') ? { summary: 'In short.' } : {}),
      }),
    );
    const { publication } = createPublication(files, testSettings(), {
      ...{ now: Date.parse('2026-03-01'), drafts: false },
      files: new Set(['quay.png']),
    });
    const articles = publication.editions[0]?.articles ?? [];
    assert.equal(
      chooseHighlights(articles, count)
        .map(({ slug }) => slug)
        .join(' '),
      chosen,
    );
  });
}
