import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import { wordsFor } from '../../language/words-for.ts';
import type { ChartStyle } from './chart.ts';
import { type ChartRequest, createChart } from './create-chart.ts';
import { describeChart } from './describe-chart.ts';
import { drawChart } from './draw-chart.ts';
import { readDataFile } from './read-data-file.ts';

function chartOf(csv: string, request: Partial<ChartRequest> = {}) {
  const { table } = readDataFile(Buffer.from(csv), 'd.csv');
  assert.ok(table);
  const made = createChart(table, { stacked: false, ...request });
  assert.ok('chart' in made, JSON.stringify(made));
  return made.chart;
}

function draw(
  csv: string,
  request: Partial<ChartRequest> = {},
  style: Partial<ChartStyle> = {},
) {
  const all = { language: 'en', direction: 'ltr', label: 'A chart', ...style } as const;
  return toHtml(drawChart(chartOf(csv, request), all));
}

const cities = 'City,Share\nSeoul,34.5\nBusan,12\nUlsan,n/a\n';
const years = `Year,A,B\n${Array.from({ length: 9 }, (_, at) => `${2018 + at},${at},${at === 4 ? '' : at * 2}`).join('\n')}\n`;
const forms: [name: string, svg: string][] = [
  ['bars', draw(cities)],
  ['bars from the right', draw(cities, {}, { language: 'ar', direction: 'rtl' })],
  ['columns', draw(cities, { type: 'column' })],
  ['stacked columns', draw(years, { type: 'column', stacked: true })],
  ['lines', draw(years)],
  ['lines from the right', draw(years, {}, { language: 'ar', direction: 'rtl' })],
  ['one point', draw('Year,A\n2025,3\n', { type: 'line' })],
  ['only zeros', draw('City,A\nx,0\ny,0\n')],
  ['equal values', draw('Year,A\n2024,5\n2025,5\n2026,5\n2027,5\n')],
  ['an area', draw('Year,A\n2024,5\n2025,6\n', { type: 'area' })],
  ['huge and tiny values', draw('City,A\nx,99999999999999999999\ny,0.001\n')],
];

for (const [name, svg] of forms)
  test(`draws ${name} without wrong numbers, styles and scripts`, () => {
    assert.doesNotMatch(svg, /NaN|Infinity|undefined|null| style=|<script|[\d.]e[-+]?\d/u);
    assert.match(svg, /^<svg [^>]*role="img" aria-label="A chart"/u);
    // Coordinates have two decimals at most, so that the bytes are the same on every platform.
    assert.doesNotMatch(svg.replaceAll(/>[^<]*</gu, '><'), /\d\.\d{3}/u);
  });

test('names of columns that do not fit a phone are beside bars instead', () => {
  const long = 'City,N\nA city with a long name,3\nAnother one of the same kind,4\nA third,5\n';
  assert.equal(draw(long, { type: 'column' }), draw(long, { type: 'bar' }));
});

test('a value that is missing is a gap in a line', () => {
  const [, second = ''] = [...draw(years).matchAll(/<path[^>]* d="(?<d>[^"]+)"/gu)].map(
    ({ groups }) => groups?.['d'] ?? '',
  );
  assert.equal(second.match(/M/gu)?.length, 2);
});

test('text is text', () => {
  const svg = draw('City,N\n<script>x</script>,3\n"=cmd()&""",4\n');
  assert.match(svg, /&#x3C;script>x&#x3C;\/script>/u);
});

const units: [unit: string | undefined, language: string, printed: string][] = [
  [undefined, 'en', '1,234.5'],
  [undefined, 'de', '1.234,5'],
  ['%', 'en', '1,234.5%'],
  ['%', 'de', '1.234,5\u00a0%'],
  ['$', 'en', '$1,234.5'],
  ['€', 'fr', '1\u202f234,5\u00a0€'],
  ['₩', 'ko', '₩1,234.5'],
];

for (const [unit, language, printed] of units)
  test(`prints ${printed}`, () => {
    const svg = draw('City,N\nx,1234.5\n', unit === undefined ? {} : { unit }, { language });
    assert.ok(svg.includes(`>${printed}<`), svg);
  });

test('describes a chart in words', () => {
  const words = wordsFor('en').words.data;
  const say = (csv: string) => describeChart(chartOf(csv), 'Where', { language: 'en', words });
  assert.equal(say(cities), 'Bar chart: Where. Share. Seoul: 34.5, Busan: 12');
  assert.equal(
    say(years),
    'Line chart: Where. A. 2018: 0, …, 2026: 8. B. 2018: 0, 2019: 2, 2020: 4, 2021: 6, 2023: 10, 2024: 12, 2025: 14, 2026: 16',
  );
});
