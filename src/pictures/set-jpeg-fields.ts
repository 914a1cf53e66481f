import type { PictureRights } from '../article/picture-rights.ts';
import { toExif } from './to-exif.ts';
import { toIptc } from './to-iptc.ts';

/**
 * A JPEG file with the fields that programs older than XMP read: EXIF and IPTC-IIM. Its own such
 * fields must be gone already. They stand behind the JFIF header, as ITU-T T.871 wants it first.
 */
export function setJpegFields(file: Buffer, rights: PictureRights): Buffer {
  const at = headerEnd(file);
  const segments = [segment(0xe1, toExif(rights)), segment(0xed, toIptc(rights))];
  return Buffer.concat([file.subarray(0, at), ...segments, file.subarray(at)]);
}

/** Behind the start of the image and its JFIF header, where it has one. */
function headerEnd(file: Buffer): number {
  return file.readUInt16BE(2) === 0xffe0 ? 4 + file.readUInt16BE(4) : 2;
}

/** An application segment: marker, length of all but the marker, data. */
function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
