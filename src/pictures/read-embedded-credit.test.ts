import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { readEmbeddedCredit } from './read-embedded-credit.ts';
import { setJpegFields } from './set-jpeg-fields.ts';
import { setPngXmp } from './set-png-xmp.ts';
import { toXmp } from './to-xmp.ts';

const rights = {
  creator: 'José García 한',
  creditLine: 'José García 한 via Archive & Sons',
  copyrightNotice: '© José García, CC BY 4.0',
  webStatement: 'https://creativecommons.org/licenses/by/4.0/',
  licensorUrl: 'https://archive.example/?a=1&b=2',
  title: 'The <old> quay',
};
const { licensorUrl, webStatement, creditLine, copyrightNotice, ...common } = rights;
const old = { ...common, credit: creditLine, copyright: copyrightNotice };
const whole = { ...old, webStatement, licensorUrl };

const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#456' } });

const xmp = toXmp(rights);
const carriers = {
  JPEG: () => picture.clone().withXmp(xmp).jpeg().toBuffer(),
  PNG: async () => setPngXmp(await picture.clone().png().toBuffer(), xmp),
  WebP: () => picture.clone().withXmp(xmp).webp().toBuffer(),
  AVIF: () => picture.clone().withXmp(xmp).avif().toBuffer(),
};
for (const [format, make] of Object.entries(carriers)) {
  test(`the credit that a ${format} carries is read`, async () => {
    assert.deepEqual(await readEmbeddedCredit(await make()), whole);
  });
}

test('fields older than XMP are read where it says nothing', async () => {
  const plain = await picture.clone().jpeg().toBuffer();
  assert.deepEqual(await readEmbeddedCredit(setJpegFields(plain, rights)), old);
});

test('what is no name and no web address is left out', async () => {
  const odd = {
    creator: ' \u0000 ',
    creditLine: 'x'.repeat(1000),
    webStatement: 'javascript:x',
  };
  const bytes = await picture.clone().withXmp(toXmp(odd)).jpeg().toBuffer();
  assert.deepEqual(await readEmbeddedCredit(bytes), {});
});

const none = [
  ['a file without any', () => picture.clone().jpeg().toBuffer()],
  ['a text', async () => Buffer.from('no picture')],
  ['an empty file', async () => Buffer.alloc(0)],
  ['a packet that is no XML', () => picture.clone().withXmp('<x:xmpmeta').jpeg().toBuffer()],
] as const;
for (const [what, make] of none) {
  test(`${what} says nothing`, async () => {
    assert.deepEqual(await readEmbeddedCredit(await make()), {});
  });
}
