import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AddressKind, kindOfAddress, tidyAddress } from './address.ts';

const cases: readonly (readonly [string, string, AddressKind])[] = [
  ['../a.md', '../a.md', 'internal'],
  ['/a/?b#c', '/a/?b#c', 'internal'],
  ['?q=a:b', '?q=a:b', 'internal'],
  ['a/b:c', 'a/b:c', 'internal'],
  ['./100%.jpg', './100%.jpg', 'internal'],
  ['#a', '#a', 'fragment'],
  ['', '', 'empty'],
  [' \n', '', 'empty'],
  ['HTTPS://A.Example/B', 'https://A.Example/B', 'web'],
  ['//a.example', 'https://a.example', 'web'],
  ['\\\\a.example', 'https://a.example', 'web'],
  ['/\\a.example', 'https://a.example', 'web'],
  ['/\t/a.example', 'https://a.example', 'web'],
  ['https:a.example', 'https://a.example', 'web'],
  ['https:\\a.example', 'https://a.example', 'web'],
  ['https://', 'https://', 'other'],
  ['mailto:me@a.example', 'mailto:me@a.example', 'contact'],
  ['Tel:+49', 'tel:+49', 'contact'],
  ['javascript:x', 'javascript:x', 'other'],
  [' \u0001JavaScript:x', 'javascript:x', 'other'],
  ['java\nscript:x', 'javascript:x', 'other'],
  ['data:x', 'data:x', 'other'],
  ['blob:https://a.example', 'blob:https://a.example', 'other'],
  ['1a:b', '1a:b', 'other'],
  [':a', ':a', 'other'],
];

for (const [written, tidy, kind] of cases) {
  test(`reads the address ${JSON.stringify(written)} as a browser does`, () => {
    assert.equal(tidyAddress(written), tidy);
    assert.equal(kindOfAddress(tidy), kind);
  });
}
