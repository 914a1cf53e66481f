import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Credit, checkCredit, parseCreditLine } from './credit.ts';

const by4 = {
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
};

const lines: readonly [line: string, credit: Credit][] = [
  ['Jane Roe', { creator: 'Jane Roe' }],
  [
    'PM Official Photographer via Wikimedia Commons',
    { creator: 'PM Official Photographer', source: 'Wikimedia Commons' },
  ],
  ['  Jane   Roe  VIA  Archive ', { creator: 'Jane Roe', source: 'Archive' }],
  ['A via B via C', { creator: 'A via B', source: 'C' }],
  ['Via Appia Press', { creator: 'Via Appia Press' }],
  ['Olivia Roe', { creator: 'Olivia Roe' }],
  ['Jane Roe / CC BY 4.0', { creator: 'Jane Roe', ...by4 }],
  ['Jane Roe via Archive / cc by 4.0', { creator: 'Jane Roe', source: 'Archive', ...by4 }],
  ['AFP / Getty', { creator: 'AFP / Getty' }],
  ['AFP / Getty / CC BY 4.0', { creator: 'AFP / Getty', ...by4 }],
  ['Jane Roe / All rights reserved', { creator: 'Jane Roe / All rights reserved' }],
];

for (const [line, credit] of lines) {
  test(`the credit line ${JSON.stringify(line)} is taken apart`, () => {
    assert.deepEqual(parseCreditLine(line), credit);
  });
}

const checks: readonly [credit: Credit, faults: readonly string[]][] = [
  [{}, []],
  [{ source: 'Archive' }, []],
  [{ creator: 'Jane Roe', licence: 'CC BY 4.0' }, []],
  [{ licence: 'CC BY 4.0' }, ['error creator']],
  [{ source: 'Archive', licence: 'CC BY-SA 4.0' }, ['error creator']],
  [{ licence: 'CC0' }, []],
  [{ licence: 'public domain' }, []],
  [{ creator: 'Jane Roe', licence: 'Some licence' }, ['warning licence']],
  [{ licence: 'Some licence', licenceUrl: 'https://example.org/' }, []],
];

for (const [credit, faults] of checks) {
  test(`the credit ${JSON.stringify(credit)} has the faults [${faults}]`, () => {
    assert.deepEqual(
      checkCredit(credit).map(({ severity, field }) => `${severity} ${field}`),
      faults,
    );
  });
}
