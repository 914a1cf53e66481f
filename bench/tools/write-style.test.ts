import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toSmallCss } from './write-style.ts';

test('removes comments and white space from a style sheet, and nothing else', () => {
  const cases: [string, string][] = [
    ['/* a\n b */\na {\n  color: red;\n}\n', 'a{color:red;}'],
    ['a,\nb :focus { margin: 0 auto }', 'a,b :focus{margin:0 auto}'],
    [
      '@media (width > 1px) {\n a { b: calc(1px + 2px) } }',
      '@media (width > 1px){a{b:calc(1px + 2px)}}',
    ],
  ];
  for (const [css, small] of cases) assert.equal(toSmallCss(css), small);
});
