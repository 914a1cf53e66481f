import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersOf, formatSearchState, isSearch, parseSearchState } from './search-state.ts';

const nothing = {
  query: '',
  section: '',
  topic: '',
  kind: '',
  author: '',
  from: '',
  to: '',
  order: '',
  language: '',
};

const addresses: readonly [address: string, state: object][] = [
  ['', nothing],
  ['?q=bridge', { ...nothing, query: 'bridge' }],
  [
    '?q=new+phase&section=world&author=jane-roe&from=2026-01-06',
    {
      ...nothing,
      query: 'new phase',
      section: 'world',
      author: 'jane-roe',
      from: '2026-01-06',
    },
  ],
  [
    '?q=%EB%8B%A4%EB%A6%AC&topic=%ED%95%AD%EA%B5%AC&language=ko',
    { ...nothing, query: '다리', topic: '항구', language: 'ko' },
  ],
  [
    '?q=ferry&from=2019-01-01&to=2021-12-31&order=oldest',
    { ...nothing, query: 'ferry', from: '2019-01-01', to: '2021-12-31', order: 'oldest' },
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

test('ignores invalid dates and orders', () => {
  assert.deepEqual(parseSearchState('?from=2026-13-40&to=yesterday&order=random'), nothing);
});

test('knows the addresses of searches by year', () => {
  const year = (search: string) => {
    const { from, to } = parseSearchState(search);
    return [from, to];
  };
  assert.deepEqual(year('?year=2019'), ['2019-01-01', '2019-12-31']);
  assert.deepEqual(year('?year=2019&to=2021'), ['2019-01-01', '2021-12-31']);
  assert.deepEqual(year('?to=2021'), ['', '2021-12-31']);
});

test('what narrows a search is in its filters', () => {
  const filters = (search: string) => filtersOf(parseSearchState(search), [2014, 2026]);
  assert.deepEqual(filters('?language=ko'), {});
  assert.deepEqual(filters('?topic=roads&kind=opinion&author=kim'), {
    topic: 'roads',
    kind: 'opinion',
    author: 'kim',
  });
  assert.deepEqual(filters('?from=2025-12'), { date: { any: ['2025-12', '2026'] } });
});

for (const [search, searches] of [
  ['?language=ko&order=newest', false],
  ['?q=...', false],
  ['?q=%22%22', false],
  ['?q=-toll', true],
  ['?to=2019', true],
  ['?author=kim', true],
] as const) {
  test(`${search} is ${searches ? 'a' : 'no'} search`, () => {
    assert.equal(isSearch(parseSearchState(search)), searches);
  });
}
