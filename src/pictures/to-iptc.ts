import type { PictureRights } from '../article/picture-rights.ts';
import { cutText } from './to-exif.ts';

/** Datasets of IPTC-IIM 4.2, as record and number. */
const datasets = {
  characterSet: [1, 90],
  version: [2, 0],
  objectName: [2, 5],
  byLine: [2, 80],
  credit: [2, 110],
  copyrightNotice: [2, 116],
} as const;

/** Bytes of the longest text. IIM has 32 to 128; everything of today reads more. */
const longest = 2_000;

/** Rights as an IPTC-IIM block in a Photoshop image resource, as a JPEG's APP13 holds it. */
export function toIptc({ creator, creditLine, copyrightNotice, title }: PictureRights): Buffer {
  const data = Buffer.concat([
    dataset('characterSet', Buffer.from('\x1b%G')), // ISO 2022 for UTF-8
    dataset('version', Buffer.from([0, 4])),
    text('objectName', title),
    text('byLine', creator),
    text('credit', creditLine === '' ? undefined : creditLine),
    text('copyrightNotice', copyrightNotice),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  // Signature, resource 0x0404, an empty name; padded to an even length.
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1');
  return Buffer.concat([head, size, data, Buffer.alloc(data.length % 2)]);
}

function text(name: keyof typeof datasets, value: string | undefined): Buffer {
  return value === undefined ? Buffer.alloc(0) : dataset(name, cutText(value, longest));
}

function dataset(name: keyof typeof datasets, data: Buffer): Buffer {
  const [record, number] = datasets[name];
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(data.length, 3);
  return Buffer.concat([head, data]);
}
