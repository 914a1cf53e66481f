import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText } from './clean-text.ts';

for (const [what, written, expected] of [
  ['lines', ' one\n\ttwo  three\u2028four ', 'one two three four'],
  ['spaces of French', 'Vraiment\u202f? 5\u00a0%', 'Vraiment\u202f? 5\u00a0%'],
  ['a no-break space by mistake', '서울\u00a0시장', '서울 시장'],
  ['a wide space', '　会見　「続き」　', '会見　「続き」'],
  ['names in NFD', '한글 é'.normalize('NFD'), '한글 é'],
  ['a compatibility ideograph', '\uFA19田', '\uFA19田'],
  ['control characters', 'a\u0000b\u0007', 'ab'],
] as const)
  test(`cleans the text of a field: ${what}`, () => {
    assert.equal(cleanText(written), expected);
  });
