import {
  type ClipFacts,
  longestTag,
  mostParts,
  type Patch,
  positionFault,
  type ReadAt,
  type ReadClip,
  type UnusableClip,
} from './clip-facts.ts';

/** A part of the file (ISO/IEC 14496-12, 4.2). `start` and `end` are those of its content. */
interface Box {
  readonly type: string;
  /** The offset of its four characters. */
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly read: ReadAt;
  boxes: number;
  duration?: number;
  size?: { readonly width: number; readonly height: number };
  readonly patches: Patch[];
  /** Whether it has positions that cannot be erased. */
  tracked?: true;
}

/** Boxes whose content is boxes. */
const containers: ReadonlySet<string> = new Set([
  'moov',
  'trak',
  'udta',
  'mdia',
  'minf',
  'stbl',
]);

/** Where a telephone or camera was: QuickTime user data, and 3GPP TS 26.244, 8.10. */
const positions: ReadonlySet<string> = new Set(['\u00a9xyz', 'loci']);

/** Tracks with a position for each moment: of GoPro, of Android, of Apple. */
const telemetry: ReadonlySet<string> = new Set(['gpmd', 'camm']);

/** Reads an MP4 or M4A file. Positions in its descriptions are erased; only descriptions are read. */
export async function readIsoFile(
  read: ReadAt,
  size: number,
): Promise<ReadClip | UnusableClip> {
  const found: Found = { read, boxes: 0, patches: [] };
  const isWhole = await visit(found, { start: 0, end: size }, '');
  if (!isWhole || found.boxes === 0)
    return {
      got: 'an MP4 that is damaged or incomplete',
      cure: 'copy the file again from its source',
    };
  if (found.tracked) return positionFault;
  const facts: ClipFacts = {
    ...(found.duration ? { duration: found.duration } : {}),
    ...found.size,
  };
  return { ...facts, patches: found.patches };
}

/** False where a box is larger than what contains it. */
async function visit(
  found: Found,
  { start, end }: Pick<Box, 'start' | 'end'>,
  path: string,
): Promise<boolean> {
  for (let at = start; at + 8 <= end; ) {
    found.boxes += 1;
    if (found.boxes > mostParts) return false;
    const head = await found.read(at, 16);
    const short = head.readUInt32BE(0);
    const long = short === 1 && head.length === 16;
    const length = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    const type = head.toString('latin1', 4, 8);
    const box = { type, name: at + 4, start: at + (long ? 16 : 8), end: at + length };
    if (length < (long ? 16 : 8) || box.end > end) return false;
    if (!(await readBox(found, box, `${path}/${type}`))) return false;
    at = box.end;
  }
  return true;
}

async function readBox(found: Found, box: Box, path: string): Promise<boolean> {
  if (positions.has(box.type)) await erase(found, box);
  else if (containers.has(box.type)) return visit(found, box, path);
  else if (box.type === 'mvhd') await readMovie(found, box);
  else if (box.type === 'tkhd') await readTrack(found, box);
  else if (box.type === 'stsd') await readSamples(found, box);
  else if (box.type === 'meta') await readMetadata(found, box);
  else if (box.type === 'uuid') await readPacket(found, box);
  return true;
}

/** 8.2.2: the duration of the whole. */
async function readMovie(found: Found, { start }: Box): Promise<void> {
  const bytes = await found.read(start, 32);
  if (bytes.length < 32) return;
  const isLong = bytes[0] === 1;
  const scale = bytes.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  const unknown = isLong ? length > Number.MAX_SAFE_INTEGER : length === 0xffffffff;
  if (scale > 0 && !unknown) found.duration = length / scale;
}

/** 8.3.2: the size of a track. A matrix whose first number is 0 turns it by a right angle. */
async function readTrack(found: Found, { start, end }: Box): Promise<void> {
  const bytes = await found.read(start, Math.min(end - start, 96));
  const matrix = bytes[0] === 1 ? 52 : 40;
  if (bytes.length < matrix + 44) return;
  const width = bytes.readUInt32BE(matrix + 36) >>> 16;
  const height = bytes.readUInt32BE(matrix + 40) >>> 16;
  if (width === 0 || height === 0 || found.size) return;
  const turned = bytes.readInt32BE(matrix) === 0;
  found.size = turned ? { width: height, height: width } : { width, height };
}

async function readSamples(found: Found, { start, end }: Box): Promise<void> {
  const bytes = await found.read(start, Math.min(end - start, 4096));
  const type = bytes.toString('latin1', 12, 16);
  const places = type === 'mebx' && bytes.includes('quicktime.location');
  if (telemetry.has(type) || places) found.tracked = true;
}

/**
 * QuickTime metadata: `keys` names the items of `ilst` by number, such as
 * `com.apple.quicktime.location.ISO6709`. Erases all items of a location.
 */
async function readMetadata(found: Found, { start, end }: Box): Promise<void> {
  // ISO files have four bytes of version before the boxes, QuickTime files have none.
  const head = await found.read(start, 12);
  const from = head.toString('latin1', 4, 8) === 'hdlr' ? start : start + 4;
  const boxes = await listBoxes(found, { start: from, end });
  const keys = boxes.find(({ type }) => type === 'keys');
  const list = boxes.find(({ type }) => type === 'ilst');
  if (!keys || !list || keys.end - keys.start > longestTag) return;
  const bytes = await found.read(keys.start, keys.end - keys.start);
  const wanted = new Set<number>();
  for (let at = 8, number = 1; at + 8 <= bytes.length; number += 1) {
    const length = bytes.readUInt32BE(at);
    if (length < 8) break;
    if (/location/iu.test(bytes.toString('latin1', at + 8, at + length))) wanted.add(number);
    at += length;
  }
  for (const item of await listBoxes(found, list))
    if (wanted.has(Buffer.from(item.type, 'latin1').readUInt32BE(0))) await erase(found, item);
}

/** Adobe's XMP packet may contain positions as EXIF has them. */
async function readPacket(found: Found, box: Box): Promise<void> {
  const bytes = await found.read(box.start, Math.min(box.end - box.start, longestTag));
  if (/GPS(?:Latitude|Longitude)|ISO6709/u.test(bytes.toString('latin1')))
    await erase(found, box);
}

async function listBoxes(found: Found, within: Pick<Box, 'start' | 'end'>): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = within.start; at + 8 <= within.end && found.boxes < mostParts; ) {
    found.boxes += 1;
    const head = await found.read(at, 8);
    const length = head.readUInt32BE(0);
    if (length < 8 || at + length > within.end) break;
    const type = head.toString('latin1', 4, 8);
    boxes.push({ type, name: at + 4, start: at + 8, end: at + length });
    at += length;
  }
  return boxes;
}

/** Makes a box free space of the same length (8.1.2), so that nothing after it moves. */
async function erase(found: Found, { name, start, end }: Box): Promise<void> {
  if (end - start > longestTag) {
    found.tracked = true;
    return;
  }
  found.patches.push({ offset: name, bytes: Buffer.from('free') });
  found.patches.push({ offset: start, bytes: Buffer.alloc(end - start) });
}
