import type { PictureRights } from '../../content/article/picture-rights.ts';
import { truncateBytes } from '../../language/truncate.ts';

/**
 * Adds EXIF and IPTC-IIM fields to a JPEG file, for programs without XMP. They follow the JFIF header,
 * which must be first (ITU-T T.871). The file must not have such fields yet.
 */
export function setJpegFields(file: Buffer, rights: PictureRights): Buffer {
  const at = headerEnd(file);
  const segments = [segment(0xe1, toExif(rights)), segment(0xed, toIptc(rights))];
  return Buffer.concat([file.subarray(0, at), ...segments, file.subarray(at)]);
}

/** The offset after the start of the image and its JFIF header, if there is one. */
function headerEnd(file: Buffer): number {
  return file.readUInt16BE(2) === 0xffe0 ? 4 + file.readUInt16BE(4) : 2;
}

/** An application segment: marker, length without the marker, data. */
function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Tags of EXIF 2.32 (CIPA DC-008, table 4), in ascending order as TIFF 6.0 requires. */
const tags = { artist: 0x013b, copyright: 0x8298 } as const;

const ascii = 2;

/** The maximum bytes of a text in EXIF: all texts must fit into one segment of a JPEG. */
const maxExifText = 8_000;

/**
 * Writes Artist and Copyright as an EXIF block with its header. Texts are UTF-8, as the Metadata
 * Working Group recommends, since the ASCII of the EXIF standard has no letters for most names.
 */
function toExif({ creator, copyrightNotice }: PictureRights): Buffer {
  const texts = [
    [tags.artist, creator],
    [tags.copyright, copyrightNotice],
  ] as const;
  const entries = texts.flatMap(([tag, text]) =>
    text === undefined ? [] : [{ tag, data: toField(text) }],
  );
  const head = Buffer.from([...Buffer.from('Exif\0\0II*\0'), 8, 0, 0, 0, entries.length, 0]);
  let offset = 8 + 2 + entries.length * 12 + 4;
  const directory = entries.map(({ tag, data }) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(tag, 0);
    entry.writeUInt16LE(ascii, 2);
    entry.writeUInt32LE(data.length, 4);
    // A value of up to four bytes is stored in place of its offset.
    if (data.length <= 4) data.copy(entry, 8);
    else entry.writeUInt32LE(offset, 8);
    if (data.length > 4) offset += data.length;
    return entry;
  });
  const values = entries.flatMap(({ data }) => (data.length > 4 ? [data] : []));
  return Buffer.concat([head, ...directory, Buffer.alloc(4), ...values]);
}

/** Terminates a text with a zero. The length is even, since values begin at even offsets. */
function toField(text: string): Buffer {
  const bytes = toBytes(text, maxExifText);
  return Buffer.concat([bytes, Buffer.alloc(bytes.length % 2 === 0 ? 2 : 1)]);
}

/** Encodes a text as UTF-8, truncated between characters to at most `max` bytes. */
function toBytes(text: string, max: number): Buffer {
  return Buffer.from(truncateBytes(text.replace(/\0/gu, ''), max));
}

/** Datasets of IPTC-IIM 4.2: record and number. */
const datasets = {
  characterSet: [1, 90],
  version: [2, 0],
  objectName: [2, 5],
  byLine: [2, 80],
  credit: [2, 110],
  copyrightNotice: [2, 116],
} as const;

/** The maximum bytes of a text in IPTC. IIM allows 32 to 128, but all current programs read more. */
const maxIptcText = 2_000;

/** Writes rights as an IPTC-IIM block in a Photoshop image resource, for the APP13 segment of a JPEG. */
function toIptc({ creator, creditLine, copyrightNotice, title }: PictureRights): Buffer {
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
  return value === undefined ? Buffer.alloc(0) : dataset(name, toBytes(value, maxIptcText));
}

function dataset(name: keyof typeof datasets, data: Buffer): Buffer {
  const [record, number] = datasets[name];
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(data.length, 3);
  return Buffer.concat([head, data]);
}
