import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerLightDark } from './lower-light-dark.ts';
import { paperColours } from './paper-colours.ts';

const sheets: readonly [css: string, light?: string, dark?: string][] = [
  [':root{--ink: #111;--paper: light-dark(#fee,#200)}', '#fee', '#200'],
  ['a{b:c}html{--paper: light-dark(#fee,#200)}:root{--paper: #eef5f4}', '#eef5f4', '#eef5f4'],
  ['@media print{:root{--paper: #fff}}'],
  [':root{--paper: light-dark(white,oklch(20% 0 0))}'],
  ['.masthead{--paper: #fee}:root:lang(ko){--paper: #eef}'],
  [''],
];

for (const [css, light, dark] of sheets)
  test(`finds ${light ?? 'no colour'} in ${css}`, () => {
    const expected = light === undefined ? undefined : { light, dark };
    assert.deepEqual(paperColours(lowerLightDark(css)), expected);
  });
