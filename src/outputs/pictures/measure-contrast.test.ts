import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { measureContrast } from './measure-contrast.ts';

const light = '#fdfcf9';
const dark = '#171614';

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50">${inside}</svg>`;
const stroke = (colour: string) => `<path d="M10 25h180" stroke="${colour}" stroke-width="9"/>`;

const logos: readonly [what: string, inside: string, onLight: number, onDark: number][] = [
  ['a black line', stroke('#000'), 20.5, 1.2],
  ['a white line', stroke('#fff'), 1, 18.1],
  ['a dark red line', stroke('#7a1a1e'), 10.3, 1.7],
  ['a grey line', stroke('#777'), 4.4, 4],
  [
    'a dark line and a bright mark',
    `${stroke('#222')}<circle cx="20" cy="25" r="9" fill="#fc0"/>`,
    15.5,
    1.1,
  ],
  ['nothing', '', 1, 1],
  ['white on a black ground', `<rect width="200" height="50"/>${stroke('#fff')}`, 21, 21],
  ['a black ground alone', '<rect width="200" height="50"/>', 20.5, 1.2],
];

test('measures the contrast of a logo', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'contrast-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'logo.png');
  for (const [what, inside, onLight, onDark] of logos) {
    await t.test(what, async () => {
      await writeFile(
        file,
        await sharp(Buffer.from(drawing(inside)))
          .png()
          .toBuffer(),
      );
      const found = [await measureContrast(file, light), await measureContrast(file, dark)];
      assert.deepEqual(
        found.map((value) => Math.round(value * 10) / 10),
        [onLight, onDark],
      );
    });
  }
});
