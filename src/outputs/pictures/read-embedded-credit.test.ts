import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import {
  contradictingName,
  type EmbeddedCredit,
  readEmbeddedCredit,
  suggestCredit,
} from './read-embedded-credit.ts';
import { setJpegFields } from './set-jpeg-fields.ts';
import { setPngXmp, toXmp } from './to-xmp.ts';

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
  test(`reads the credit in a ${format}`, async () => {
    assert.deepEqual(await readEmbeddedCredit(await make()), whole);
  });
}

test('reads EXIF and IPTC fields where there is no XMP', async () => {
  const plain = await picture.clone().jpeg().toBuffer();
  assert.deepEqual(await readEmbeddedCredit(setJpegFields(plain, rights)), old);
});

test('omits values that are neither names nor URLs', async () => {
  const odd = {
    creator: ' \u0000 ',
    creditLine: 'x'.repeat(1000),
    webStatement: 'javascript:x',
  };
  const bytes = await picture.clone().withXmp(toXmp(odd)).jpeg().toBuffer();
  assert.deepEqual(await readEmbeddedCredit(bytes), {});
});

const none = [
  ['a file without metadata', () => picture.clone().jpeg().toBuffer()],
  ['a text', async () => Buffer.from('no picture')],
  ['an empty file', async () => Buffer.alloc(0)],
  ['a packet that is not XML', () => picture.clone().withXmp('<x:xmpmeta').jpeg().toBuffer()],
] as const;
for (const [what, make] of none) {
  test(`finds no credit in ${what}`, async () => {
    assert.deepEqual(await readEmbeddedCredit(await make()), {});
  });
}

const compared: readonly [
  stated: string,
  found: EmbeddedCredit,
  contradicts: string | undefined,
][] = [
  ['Jane Roe via Agency', { creator: 'Jane Roe' }, undefined],
  ['Jane Roe', { creator: 'ROE, JANE' }, undefined],
  ['José García', { creator: 'Jose Garcia' }, undefined],
  ['Jane Roe / Agency', { creator: 'Jane M. Roe' }, undefined],
  ['한지민', { creator: '한지민' }, undefined],
  ['Agency', { credit: 'Agency Photos' }, undefined],
  ['Jane Roe', {}, undefined],
  ['Jane Roe', { copyright: '2026 Somebody' }, undefined],
  ['Jane Roe', { creator: 'John Doe' }, 'John Doe'],
  ['Jane Roe', { creator: 'Jane Doe' }, 'Jane Doe'],
  ['Agency', { credit: 'Other Agency via Wire' }, undefined],
  ['한지민', { creator: '김민수' }, '김민수'],
];
for (const [creditLine, found, contradicts] of compared) {
  test(`${JSON.stringify(found)} ${contradicts ? 'contradicts' : 'agrees with'} "${creditLine}"`, () => {
    assert.equal(contradictingName({ creditLine }, found), contradicts);
  });
}

const suggested: readonly [found: EmbeddedCredit, line: string | undefined][] = [
  [{ creator: 'Jane Roe', credit: 'Agency' }, 'Jane Roe via Agency'],
  [{ creator: 'Jane Roe', source: 'Archive', credit: 'Agency' }, 'Jane Roe via Archive'],
  [{ creator: 'Jane Roe', credit: 'Jane Roe/Agency' }, 'Jane Roe'],
  [{ creator: 'Jane Roe' }, 'Jane Roe'],
  [{ credit: 'Agency' }, 'Agency'],
  [{ source: 'Archive' }, 'Archive'],
  [{ title: 'The quay' }, undefined],
];
for (const [found, line] of suggested) {
  test(`suggests ${line ?? 'no credit'} for ${JSON.stringify(found)}`, () => {
    assert.equal(suggestCredit(found), line);
  });
}
