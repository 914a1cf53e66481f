import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersOf, formatSearchState, isSearch, parseSearchState } from './search-state.ts';

const nothing = {
  query: '',
  section: '',
  topic: '',
  kind: '',
  year: '',
  to: '',
  order: '',
  language: '',
};

const addresses: readonly [address: string, state: object][] = [
  ['', nothing],
  ['?q=bridge', { ...nothing, query: 'bridge' }],
  [
    '?q=new+phase&section=world&year=2026',
    { ...nothing, query: 'new phase', section: 'world', year: '2026' },
  ],
  [
    '?q=%EB%8B%A4%EB%A6%AC&topic=%ED%95%AD%EA%B5%AC&language=ko',
    { ...nothing, query: '다리', topic: '항구', language: 'ko' },
  ],
  [
    '?q=ferry&year=2019&to=2021&order=oldest',
    { ...nothing, query: 'ferry', year: '2019', to: '2021', order: 'oldest' },
  ],
];
for (const [address, state] of addresses) {
  test(`parses and formats “${address}” without changes`, () => {
    assert.deepEqual(parseSearchState(address), state);
    assert.equal(formatSearchState(parseSearchState(address)), address);
  });
}

test('ignores other parameters and cuts long values', () => {
  const state = parseSearchState(`?utm_source=x&q=${'a'.repeat(5000)}&q=b&year`);
  assert.deepEqual(state, { ...nothing, query: 'a'.repeat(200) });
  assert.deepEqual(parseSearchState('?q=%E0%A4%A'), { ...nothing, query: '\ufffd%A' });
});

test('ignores invalid years and orders', () => {
  assert.deepEqual(parseSearchState('?to=yesterday&order=random'), nothing);
});

for (const [year, to, years] of [
  ['2019', '2021', ['2019', '2020', '2021']],
  ['2021', '2019', ['2019', '2020', '2021']],
  ['2020', '2020', ['2020']],
] as const) {
  test(`a period from ${year} to ${to} has the years ${years.join(', ')}`, () => {
    assert.deepEqual(filtersOf({ ...nothing, year, to }), { year: { any: years } });
  });
}

test('a last year alone includes all earlier years', () => {
  const { year } = filtersOf({ ...nothing, to: '2003' });
  assert.ok(typeof year === 'object');
  assert.deepEqual([year.any.length, year.any[0], year.any.at(-1)], [2003, '0001', '2003']);
});

test('a language or order alone is not a search', () => {
  assert.deepEqual(filtersOf({ ...nothing, language: 'ko' }), {});
  assert.equal(isSearch({ ...nothing, language: 'ko', order: 'newest' }), false);
  assert.equal(isSearch({ ...nothing, to: '2019' }), true);
  assert.equal(isSearch({ ...nothing, year: '2019' }), true);
  assert.deepEqual(filtersOf({ ...nothing, topic: 'roads' }), { topic: 'roads' });
});
