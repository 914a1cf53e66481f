import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { makeIcons } from './make-icons.ts';

const svg = (inside: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const disc = '<circle cx="12" cy="12" r="12"/>';

const png = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();

const refused: readonly (readonly [what: string, icon: string | Uint8Array, says: RegExp])[] = [
  ['text', 'text', /a file that is text/u],
  ['an empty file', '', /an empty file/u],
  ['a document', '%PDF-1.7\n%\u00e2', /PDF/u],
  ['a drawing that runs code', svg('<script>1</script>'), /an SVG with a <script>/u],
  ['a drawing with an event handler', svg('<g onload="x()"/>'), /an event handler/u],
  [
    'a drawing that loads a file',
    svg('<image href="https://x.example/a.png"/>'),
    /another file/u,
  ],
  ['a drawing with entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg(disc)}`, /entities/u],
  ['an empty drawing', svg(''), /an empty picture/u],
  ['a drawing that is wide', svg(disc, 'viewBox="0 0 32 24"'), /32 x 24 .*not square/u],
  ['a drawing that is high', svg(disc, 'width="24" height="32"'), /24 x 32 .*not square/u],
  ['a huge drawing', svg(`<!--${'x'.repeat(5_000_001)}-->`), /an SVG of \d+ bytes/u],
  ['a picture that is wide', await png(600, 520), /600 x 520 .*not square/u],
  ['a small picture', await png(511), /511 x 511 .*too small/u],
  ['a truncated picture', (await png(600)).subarray(0, 120), /damaged or incomplete/u],
];

for (const [what, icon, says] of refused)
  test(`rejects ${what} as an icon`, async () => {
    const bytes = typeof icon === 'string' ? Buffer.from(icon) : icon;
    await assert.rejects(makeIcons(bytes, { key: 'x' }), (error: { got?: string }) => {
      assert.match(error.got ?? String(error), says);
      return true;
    });
  });

const taken: readonly (readonly [what: string, icon: string | Uint8Array])[] = [
  ['a drawing with a size and no viewBox', svg(disc, 'width="24" height="24"')],
  ['a drawing of one pixel', svg(disc, 'width="1" height="1" viewBox="0 0 24 24"')],
  [
    'a drawing with a size in percent',
    svg(disc, 'width="100%" height="100%" viewBox="0 0 24 24"'),
  ],
  ['a picture of exactly the minimum size', await png(512)],
  ['a huge picture', await png(6000)],
];

for (const [what, icon] of taken)
  test(`makes the same icon of ${what} each time`, async () => {
    const bytes = typeof icon === 'string' ? Buffer.from(icon) : icon;
    const made = await makeIcons(bytes, { key: 'x' });
    assert.deepEqual(made, await makeIcons(bytes, { key: 'x' }));
    for (const [name, stored] of Object.entries(made.icons)) {
      if (name.endsWith('.svg')) continue;
      const { width, height } = await sharp(made.files.get(stored)).metadata();
      const size = /\d+/u.exec(name)?.[0] ?? (name.startsWith('apple') ? 180 : 512);
      assert.deepEqual([width, height], [Number(size), Number(size)], name);
    }
  });
