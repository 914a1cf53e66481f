import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { accentOnPaper, cardColours } from './card-tree.ts';
import { defaultAccent } from './create-cards.ts';

const cases = { '#9d1b22': '#9d1b22', '#000000': '#000000', '#ffee00': '#7e7500' };
for (const [accent, drawn] of Object.entries(cases)) {
  test(`the accent ${accent} is drawn as ${drawn}`, () =>
    assert.equal(accentOnPaper(accent), drawn));
}

test('the colours of cards are those of the light theme', async () => {
  const tokens = await readFile(
    new URL('../../site/styles/tokens.css', import.meta.url),
    'utf8',
  );
  for (const [name, colour] of Object.entries({ ...cardColours, brand: defaultAccent }))
    assert.equal(
      new RegExp(`--${name}: (?:var\\(--light, )?(#\\w+)`, 'u').exec(tokens)?.[1],
      colour,
      name,
    );
});
