import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChartRequest, createChart } from './create-chart.ts';
import { readDataFile } from './read-data-file.ts';

function create(csv: string, request: Partial<ChartRequest> = {}) {
  const { table, problems } = readDataFile(Buffer.from(csv), 'd.csv');
  assert.deepEqual(problems, []);
  assert.ok(table);
  return createChart(table, { stacked: false, ...request });
}

function chartOf(csv: string, request: Partial<ChartRequest> = {}) {
  const made = create(csv, request);
  assert.ok('chart' in made, JSON.stringify(made));
  return made.chart;
}

const kinds: [what: string, csv: string, type: string, axis: string][] = [
  ['names', 'City,N\nSeoul,3\nBusan,4\n', 'bar', 'name'],
  ['years', 'Year,N\n2021,3\n2022,4\n2023,1\n2024,2\n', 'line', 'date'],
  ['few years', 'Year,N\n2021,3\n2022,4\n', 'column', 'date'],
  ['Korean months', '월,수\n2025년 1월,3\n2025년 2월,4\n', 'column', 'date'],
  ['quarters', 'Q,N\n2025-Q1,3\n2025-Q2,4\n', 'column', 'date'],
  ['numbers', 'Age,N\n0,3\n10,4\n20,3\n30,1\n', 'line', 'number'],
  ['days that do not exist', 'Day,N\n2025-02-30,3\n2025-03-01,4\n', 'bar', 'name'],
];

for (const [what, csv, type, axis] of kinds)
  test(`shows ${what} as ${type}`, () => {
    const chart = chartOf(csv);
    assert.equal(chart.type, type);
    assert.equal(chart.axis.kind, axis);
  });

test('puts dates in order with their values', () => {
  const { points, series } = chartOf('Day,N\n2025-03-02,2\n2025-03-01,1\n2025-03-03,3\n');
  assert.deepEqual(
    points.map(({ label }) => label),
    ['2025-03-01', '2025-03-02', '2025-03-03'],
  );
  assert.deepEqual(series[0]?.values, [1, 2, 3]);
});

test('keeps missing values, and leaves columns of words to the table', () => {
  const { series } = chartOf('City,N,Note\nSeoul,n/a,old\nBusan,4,\nJeju,,new\n');
  assert.deepEqual(series, [{ name: 'N', values: [undefined, 4, undefined] }]);
});

test('shows only the columns that an article names, in its order', () => {
  const { series } = chartOf('City,A,B,C\nSeoul,1,2,3\n', { columns: ['C', 'A'] });
  assert.deepEqual(
    series.map(({ name }) => name),
    ['C', 'A'],
  );
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `c${at},${at}\n`).join('');

const faults: [what: string, csv: string, request: Partial<ChartRequest>, fault: RegExp][] = [
  ['text', 'City,Note\nSeoul,old\nBusan,new\n', {}, /"line":2,.*column .*Note.*old/u],
  ['one column', 'N\n1\n2\n', {}, /got one column/u],
  ['a wrong number', 'City,N\nSeoul,3\nBusan,4o\nJeju,5\n', {}, /"line":3,.*4o/u],
  [
    'a column of words that is asked for',
    'City,N,Note\nA,3,x\n',
    { columns: ['Note'] },
    /"line":2,/u,
  ],
  ['an unknown column', 'City,Number\nA,3\n', { columns: ['Numbr'] }, /did you mean .*Number/u],
  ['two columns of one name', 'City,N,N\nA,3,4\n', {}, /a different name for each column/u],
  [
    'a date twice',
    'Day,N\n2025-01-01,3\n2025-01-02,4\n2025-01-01,5\n',
    {},
    /"line":4,.*each date once/u,
  ],
  [
    'seven columns',
    'C,a,b,c,d,e,f,g\nx,1,2,3,4,5,6,7\n',
    {},
    /at most 6 columns of numbers, got 7/u,
  ],
  ['101 bars', `City,N\n${rows(101)}`, {}, /"line":102,.*at most 100 rows for bar/u],
  [
    'areas below zero',
    'Y,a,b\n2021,1,2\n2022,-1,2\n',
    { type: 'area' },
    /no values below zero/u,
  ],
  ['areas with a gap', 'Y,a,b\n2021,1,2\n2022,,2\n', { type: 'area' }, /"line":3,/u],
];

for (const [what, csv, request, fault] of faults)
  test(`does not draw ${what}`, () => {
    assert.match(JSON.stringify(create(csv, request)), fault);
  });
