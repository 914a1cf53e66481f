import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerLightDark } from './lower-light-dark.ts';

const lowered = (light: string, dark: string) =>
  `var(--light,${light}) var(--dark,${dark}) var(--bright,${light}) var(--black,${dark})`;

const rows: readonly [css: string, expected: string][] = [
  ['a{color:light-dark(#fff,#000)}', `a{color:${lowered('#fff', '#000')}}`],
  [
    'a{border:1px solid light-dark( rgb(1,2,3) , var(--x, red) )}b{c:d}',
    `a{border:1px solid ${lowered('rgb(1,2,3)', 'var(--x, red)')}}b{c:d}`,
  ],
  ['a{color:light-dark(light-dark(a,b),c)}', `a{color:${lowered(lowered('a', 'b'), 'c')}}`],
  ['a{color:LIGHT-DARK(a,b)}', `a{color:${lowered('a', 'b')}}`],
  // Not the function.
  [`a{content:"light-dark(a,b)"}`, `a{content:"light-dark(a,b)"}`],
  [String.raw`a{content:"\"light-dark(a,b)"}`, String.raw`a{content:"\"light-dark(a,b)"}`],
  ['a{--my-light-dark(a,b)}', 'a{--my-light-dark(a,b)}'],
  ['a{color:light-dark(a)}', 'a{color:light-dark(a)}'],
  ['a{color:light-dark(a,b', 'a{color:light-dark(a,b'],
  ['a)b(c,', 'a)b(c,'],
];

for (const [css, expected] of rows)
  test(`lowers ${css}`, () => assert.equal(lowerLightDark(css), expected));

test('lowers a sheet with many colours', () => {
  const many = 30_000;
  const css = lowerLightDark('a{color:light-dark(#000,#fff)}'.repeat(many));
  assert.equal(css.split('var(--dark,#fff)').length, many + 1);
});
