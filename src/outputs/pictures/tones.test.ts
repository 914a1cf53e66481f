import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nearestTone, tones } from './tones.ts';

test('the style sheet has the same names and colours', () => {
  const css = readFileSync(new URL('../../site/styles/tones.css', import.meta.url), 'utf8');
  const found = [...css.matchAll(/\.tone-(\w+) \{\s*--tone: #(\w{6});/gu)].map(
    ([, name, hex]) => [name, [...Buffer.from(hex ?? '', 'hex')]],
  );
  assert.deepEqual(Object.fromEntries(found), tones);
});

const nearest: readonly [colour: readonly [number, number, number], tone: string][] = [
  [[0, 0, 0], 'black'],
  [[255, 255, 255], 'white'],
  [[140, 190, 230], 'sky'],
  [[30, 60, 140], 'blue'],
  [[60, 110, 60], 'green'],
  [[210, 180, 130], 'sand'],
  [[180, 40, 40], 'red'],
];
for (const [colour, tone] of nearest) {
  test(`the nearest tone to ${colour.join(', ')} is ${tone}`, () =>
    assert.equal(nearestTone(...colour), tone));
}
