import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarisePaint } from './summarise-paint.ts';

const load = (site: 'bare' | 'dateline', first: number, largest: number) => ({
  slug: 'a',
  site,
  figures: {
    firstPaint: first,
    firstContentfulPaint: first,
    largestContentfulPaint: largest,
    layoutShift: 0,
  },
});

test('paints are medians of their loads, compared with the bare page', () => {
  const [bare, dateline] = summarisePaint([
    load('bare', 100, 200),
    load('dateline', 150, 300),
    load('bare', 120, 180),
    load('dateline', 900, 100),
    load('bare', 80, 900),
    load('dateline', 110, 400),
  ]);
  assert.deepEqual(
    [bare?.firstPaint, bare?.largestContentfulPaint, bare?.loads, bare?.ratio],
    [100, 200, 3, 1],
  );
  assert.deepEqual([dateline?.firstRatio, dateline?.ratio], [1.5, 1.5]);
});

test('there are no ratios without the bare page', () => {
  assert.equal(summarisePaint([load('dateline', 1, 1)])[0]?.ratio, undefined);
});
