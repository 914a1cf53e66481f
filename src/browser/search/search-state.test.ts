import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersOf, formatSearchState, parseSearchState, toQuery } from './search-state.ts';

const nothing = { query: '', section: '', topic: '', year: '', language: '' };

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
];
for (const [address, state] of addresses) {
  test(`the address of a search “${address}” is read, and written the same`, () => {
    assert.deepEqual(parseSearchState(address), state);
    assert.equal(formatSearchState(parseSearchState(address)), address);
  });
}

test('what an address says beside a search is passed over, and so is too much of it', () => {
  const state = parseSearchState(`?utm_source=x&q=${'a'.repeat(5000)}&q=b&year`);
  assert.deepEqual(state, { ...nothing, query: 'a'.repeat(200) });
  assert.deepEqual(parseSearchState('?q=%E0%A4%A'), { ...nothing, query: '\ufffd%A' });
});

test('another language alone narrows nothing', () => {
  assert.deepEqual(filtersOf({ ...nothing, language: 'ko' }), {});
  assert.deepEqual(filtersOf({ ...nothing, topic: 'roads' }), { topic: 'roads' });
});

for (const [typed, query] of [
  ['  two \n words ', 'two words'],
  ['“trade talks”', '"trade talks"'],
  ['„neue Gespräche“', '"neue Gespräche"'],
  ['「貿易協議」', '"貿易協議"'],
  ['«محادثات»', '"محادثات"'],
] as const) {
  test(`${JSON.stringify(typed)} is searched for as ${query}`, () => {
    assert.equal(toQuery(typed), query);
  });
}
