import { crc32 } from 'node:zlib';

/** Length, type, 13 bytes and sum of the first chunk, behind the signature. */
const headerEnd = 8 + 4 + 4 + 13 + 4;

/**
 * A PNG file with an XMP packet, behind its header and not compressed, as the XMP specification
 * has it (part 3, section 1.1.5): libvips compresses it, and not every reader follows. It must
 * have no packet yet.
 */
export function setPngXmp(file: Buffer, xmp: string): Buffer {
  // Keyword, no compression, no language, no translated keyword.
  const head = Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0', 'latin1');
  const content = Buffer.concat([head, Buffer.from(xmp)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  const chunk = Buffer.concat([length, content, sum]);
  return Buffer.concat([file.subarray(0, headerEnd), chunk, file.subarray(headerEnd)]);
}
