import type { PictureRights } from '../article/picture-rights.ts';

/** Tags of EXIF 2.32 (CIPA DC-008, table 4), in ascending order as TIFF 6.0 asks. */
const tags = { artist: 0x013b, copyright: 0x8298 } as const;

const ascii = 2;

/** Bytes of the longest text: one segment of a JPEG holds all of them. */
const longest = 8_000;

/**
 * Artist and Copyright as an EXIF block with its header. Texts are UTF-8, as the Metadata Working
 * Group has it: the ASCII that EXIF speaks of would leave most of the world's names out.
 */
export function toExif({ creator, copyrightNotice }: PictureRights): Buffer {
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
    // Up to four bytes stand in the place of their offset.
    if (data.length <= 4) data.copy(entry, 8);
    else entry.writeUInt32LE(offset, 8);
    if (data.length > 4) offset += data.length;
    return entry;
  });
  const values = entries.flatMap(({ data }) => (data.length > 4 ? [data] : []));
  return Buffer.concat([head, ...directory, Buffer.alloc(4), ...values]);
}

/** Ends with a zero; of even length, since values begin at even offsets. */
function toField(text: string): Buffer {
  const bytes = cutText(text, longest);
  return Buffer.concat([bytes, Buffer.alloc(bytes.length % 2 === 0 ? 2 : 1)]);
}

/** A text as UTF-8 of so many bytes at most, cut between characters. */
export function cutText(text: string, most: number): Buffer {
  const bytes = Buffer.from(text.toWellFormed().replace(/\0/gu, ''));
  let end = Math.min(bytes.length, most);
  while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
