import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { readEmbeddedCredit } from '../pictures/read-embedded-credit.ts';
import { cutOwnCard } from './cut-own-card.ts';
import { cardSize } from './share-card.ts';

const flat = { create: { width: 900, height: 900, channels: 3, background: '#246' } } as const;
const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const grainy = { create: { ...flat.create, noise } } as const;
const exif = {
  IFD0: { Artist: 'Ada Lind', Copyright: 'Harbour Archive' },
  IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' },
};
const stated = { creator: 'Jane Roe', creditLine: 'Jane Roe via Archive' };

for (const [picture, ending] of [
  [flat, 'png'],
  [grainy, 'jpg'],
] as const) {
  test(`an own card becomes a ${ending}, cut to size, with its credit and without its place`, async (t) => {
    const path = join(await temporaryFolder(t), 'own.jpg');
    await writeFile(path, await sharp(picture).jpeg().withExif(exif).toBuffer());
    const kept = await cutOwnCard(path, undefined);
    assert.equal(kept.ending, ending);
    const { height, width } = await sharp(kept.data).metadata();
    assert.deepEqual({ height, width }, cardSize);
    const { copyright, creator } = await readEmbeddedCredit(kept.data);
    assert.deepEqual([creator, copyright], ['Ada Lind', 'Harbour Archive']);
    assert.ok(!Buffer.from(kept.data).includes('GPS'));

    const { creator: name, credit } = await readEmbeddedCredit(
      (await cutOwnCard(path, stated)).data,
    );
    assert.deepEqual([name, credit], [stated.creator, stated.creditLine]);
  });
}
