import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCredit, needsOf } from './check-credit.ts';
import type { Credit } from './credit.ts';
import { knownLicence } from './licence.ts';

const deed = (path: string) => `https://creativecommons.org/licenses/${path}/`;

const checks: readonly [credit: Credit, faults: readonly string[]][] = [
  [{}, []],
  [{ source: 'Archive' }, []],
  [{ creator: 'Jane Roe', licence: 'CC BY 4.0' }, []],
  [{ licence: 'CC BY 4.0' }, ['error creator']],
  [{ source: 'Archive', licence: 'CC BY-SA 4.0' }, ['error creator']],
  [{ creator: 'Jane Roe', licence: 'CC BY 3.0' }, ['warning title']],
  [{ creator: 'Jane Roe', title: 'Quay', licence: 'CC BY 3.0 DE' }, []],
  [{ licence: 'CC BY-NC 1.0' }, ['error creator', 'warning title']],
  [{ licence: 'CC0' }, []],
  [{ licence: 'public domain' }, []],
  [{ licence: 'US Government work' }, []],
  [{ title: 'Map', licence: 'OGL 3.0' }, ['error creator']],
  [{ source: 'Ordnance Survey', licence: 'OGL 3.0' }, []],
  [{ title: 'Map', licence: 'KOGL Type 2' }, ['error creator']],
  [{ source: '국가기록원', licence: '공공누리 제1유형' }, []],
  [{ source: 'Archive', licence: 'GFDL 1.2' }, ['error creator']],
  [{ title: 'Quay', licence: 'All rights reserved' }, ['error creator']],
  [{ source: 'Agency', licence: 'All rights reserved' }, []],
  [{ licence: 'Unsplash License' }, []],
  [{ creator: 'Jane Roe', licence: 'CC BY-ND 4.0' }, []],
  [{ creator: 'Jane Roe', licence: 'CC BY-ND 4.0', changes: 'cropped' }, ['warning changes']],
  [{ source: '국가기록원', licence: 'KOGL Type 4', changes: 'cropped' }, ['warning changes']],
  [{ creator: 'Jane Roe', licence: 'CC BY-SA 4.0', changes: 'cropped' }, []],
  [{ creator: 'Jane Roe', licence: 'Some licence' }, ['warning licence']],
  [{ creator: 'Jane Roe', licence: 'CC BY' }, ['warning licence']],
  [{ licence: 'Some licence', licenceUrl: 'https://example.org/' }, []],
  [{ licence: 'Some licence', licenceUrl: deed('by/4.0') }, ['error creator']],
  [{ creator: 'Jane Roe', licenceUrl: 'https://example.org/' }, ['warning licence']],
  [{ creator: 'A', licence: 'CC BY 4.0', licenceUrl: deed('by/4.0/deed.ko') }, []],
  [{ creator: 'A', licence: 'CC BY 4.0', licenceUrl: 'https://example.org/' }, []],
  [{ creator: 'A', licence: 'CC BY 4.0', licenceUrl: deed('by-sa/4.0') }, ['error licenceUrl']],
  [{ licence: 'CC0', licenceUrl: deed('by/4.0') }, ['error licenceUrl']],
];

for (const [credit, faults] of checks) {
  test(`the credit ${JSON.stringify(credit)} has the faults [${faults}]`, () => {
    const found = checkCredit(credit);
    assert.deepEqual(
      found.map(({ severity, field }) => `${severity} ${field}`),
      faults,
    );
    for (const { message, cure } of found) assert.ok(message && cure);
  });
}

test('says what to write', () => {
  const [fault] = checkCredit({ source: 'Archive', licence: 'CC BY 4.0' });
  assert.deepEqual(fault, {
    severity: 'error',
    field: 'creator',
    message:
      "missing; expected the creator's name, which CC BY 4.0 requires (section 3(a)(1)(A)(i))",
    cure: 'add `creator: NAME`',
  });
});

test('accepts a credit without what is only advised', () => {
  const licence = knownLicence('CC BY 4.0');
  assert.ok(licence);
  assert.deepEqual(
    needsOf({ creator: 'Jane Roe' }, licence).map(({ part, need }) => [part, need.level]),
    [['sourceUrl', 'advice']],
  );
});
