import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem } from './format-problem.ts';
import { toPrintable, toPrintableLine } from './printable.ts';

const cases: readonly (readonly [what: string, text: string, printed: string])[] = [
  ['a colour', 'a\u001b[31mred', 'a\\u001b[31mred'],
  ['a title of the terminal', '\u001b]0;pwn\u0007', '\\u001b]0;pwn\\u0007'],
  ['a one-byte control sequence', '\u009b31m', '\\u009b31m'],
  ['a carriage return', 'safe\rgone', 'safe\\u000dgone'],
  ['a backspace and a delete', 'a\b\u007f', 'a\\u0008\\u007f'],
  ['an override of direction', 'txt.\u202egnp.exe', 'txt.\\u202egnp.exe'],
  ['an isolate', '\u2066a\u2069', '\\u2066a\\u2069'],
  ['a mark of Arabic', '\u061c', '\\u061c'],
  ['a tag', '\u{e0041}', '\\udb40\\udc41'],
  ['a line separator', 'a\u2028b', 'a\\u2028b'],
  [
    'nine languages',
    'é 다리 桥 橋 はし ß œ ñ جسر 🎉 👩‍🚀',
    'é 다리 桥 橋 はし ß œ ñ جسر 🎉 👩‍🚀',
  ],
];
for (const [what, text, printed] of cases) {
  test(`${what} is printed as ${printed}`, () => {
    assert.equal(toPrintable(text), printed);
    assert.equal(JSON.parse(toPrintable(JSON.stringify(text))), text);
  });
}

test('keeps line feeds, except in one line', () => {
  assert.equal(toPrintable('a\n\tb'), 'a\n\tb');
  assert.equal(toPrintableLine('a\n\tb'), 'a\\n\\tb');
});

test('a file name with a line feed stays on one line', () => {
  const place = { severity: 'error' as const, line: 1, column: 1, field: 'date' };
  const file = 'content/a\ncontent/b.md:1:1  title: expected nothing.md';
  const line = formatProblem({ ...place, file, message: 'a\u001b[0m, \u202e' });
  assert.equal(
    line,
    'content/a\\ncontent/b.md:1:1  title: expected nothing.md:1:1  date: a\\u001b[0m, \\u202e',
  );
});
