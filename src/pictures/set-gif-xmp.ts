/**
 * A GIF file with an XMP packet: an application extension before the first picture (XMP
 * specification part 3, section 1.1.2). It must be of version 89a and have no packet yet.
 */
export function setGifXmp(file: Buffer, xmp: string): Buffer {
  const flags = file[10] ?? 0;
  const colours = flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
  const at = 13 + colours;
  const head = Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1');
  return Buffer.concat([
    file.subarray(0, at),
    head,
    Buffer.from(xmp),
    trailer,
    file.subarray(at),
  ]);
}

/**
 * The packet is no chain of blocks with their lengths: whoever skips blocks takes some letter of
 * it for a length, lands somewhere in these descending bytes, and from there at the end.
 */
const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
