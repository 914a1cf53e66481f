import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { openVector } from './make-vector.ts';
import { UnusablePicture } from './prepared-picture.ts';

const open = (attributes: string) =>
  openVector(
    new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="9" height="9"/></svg>`,
    ),
  );

const sizes: readonly [attributes: string, size: string][] = [
  ['', '300x150'],
  ['width="200" height="100"', '200x100'],
  ['width="200px" height=" 100.4px "', '200x100'],
  ['width="200" height="100%"', '200x150'],
  ['width="200"', '200x150'],
  ['height="90"', '300x90'],
  ['width="100%" height="90"', '300x90'],
  ['width="100%" height="100%"', '300x150'],
  ['width="auto" height="50vh"', '300x150'],
  ['width="1in" height="72pt"', '96x96'],
  ['width="25.4mm" height="2.54cm"', '96x96'],
  ['width="6pc" height="101.6Q"', '96x96'],
  ['width="10em" height="10rem"', '160x160'],
  ['width="1e2" height="+50"', '100x50'],
  ['viewBox="0 0 400 200"', '400x200'],
  ['viewBox="0,0 , 400,200" width="100%"', '400x200'],
  ['viewBox="0 0 400 200" width="100"', '100x50'],
  ['viewBox="0 0 400 200" height="100" width="50%"', '200x100'],
  ['viewBox="0 0 400 200" width="100" height="100"', '100x100'],
  ['style="width: 60px; stroke-width: 3; height:30px" width="5"', '60x30'],
];
for (const [attributes, size] of sizes) {
  test(`the size of an SVG with ${attributes || 'no attributes'} is ${size}`, async () => {
    const { svg, width, height } = await open(attributes);
    assert.equal(`${width}x${height}`, size);
    const drawn = await sharp(svg).metadata();
    assert.equal(`${drawn.width}x${drawn.height}`, size);
  });
}

const refused: readonly [attributes: string, got: string][] = [
  ['width="0" height="10"', 'an SVG with the width "0"'],
  ['width="10" height="-5"', 'an SVG with the height "-5"'],
  ['width="wide" height="5"', 'an SVG with the width "wide"'],
  ['width="10 px" height="5"', 'an SVG with the width "10 px"'],
  ['width="10furlong" height="5"', 'an SVG with the width "10furlong"'],
  ['width="1e999" height="5"', 'an SVG with the width "1e999"'],
  ['width="" height="5"', 'an SVG with the width ""'],
  ['viewBox="0 0 0 5"', 'an SVG with the viewBox "0 0 0 5"'],
  ['viewBox="0 0 5"', 'an SVG with the viewBox "0 0 5"'],
  ['viewBox="none" width="5" height="5"', 'an SVG with the viewBox "none"'],
  ['width="0.3" height="0.3"', 'an SVG with a size of 0.3 × 0.3 pixels'],
  ['width="99999" height="99999"', 'an SVG with a size of 99999 × 99999 pixels'],
];
for (const [attributes, got] of refused) {
  test(`rejects an SVG with ${attributes}`, async () => {
    await assert.rejects(open(attributes), (error) => {
      assert.ok(error instanceof UnusablePicture);
      assert.equal(error.got, got);
      return true;
    });
  });
}
