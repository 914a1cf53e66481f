import {
  longestTag,
  mostParts,
  type Patch,
  type ReadAt,
  type ReadClip,
  type UnusableClip,
} from './clip-facts.ts';

/** Elements by their ids (RFC 9559, 5.1) that contain elements. */
const containers: ReadonlySet<number> = new Set([
  ...[0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0xe0], // Segment, Info, Tracks, TrackEntry, Video
  ...[0x1254c367, 0x7373, 0x67c8], // Tags, Tag, SimpleTag
]);

/** Elements with a value. */
const values = {
  scale: 0x2ad7b1,
  duration: 0x4489,
  width: 0xb0,
  height: 0xba,
  tagName: 0x45a3,
  tagText: 0x4487,
} as const;

/** The first part of the film itself: its parts are not read. */
const cluster = 0x1f43b675;

interface Found {
  readonly read: ReadAt;
  elements: number;
  scale: number;
  duration?: number;
  width?: number;
  height?: number;
  /** Whether the last name of a tag was that of a position. */
  isPosition: boolean;
  readonly patches: Patch[];
}

/** Reads a WebM file. Tags with a position are overwritten with spaces. */
export async function readWebmFile(
  read: ReadAt,
  size: number,
): Promise<ReadClip | UnusableClip> {
  const found: Found = {
    ...{ read, elements: 0, scale: 1_000_000, isPosition: false, patches: [] },
  };
  await visit(found, 0, size);
  const { duration, scale, width, height, patches } = found;
  return {
    ...(duration ? { duration: (duration * scale) / 1e9 } : {}),
    ...(width && height ? { width, height } : {}),
    patches,
  };
}

async function visit(found: Found, start: number, end: number): Promise<void> {
  for (let at = start; at < end && found.elements < mostParts; ) {
    found.elements += 1;
    const head = await found.read(at, 12);
    const id = readNumber(head, 0, true);
    const length = id && readNumber(head, id.length, false);
    if (!id || !length) return;
    const from = at + id.length + length.length;
    // Live recordings do not say how long a part is.
    const to = length.isUnknown ? end : from + length.value;
    if (to > end) return;
    if (containers.has(id.value)) await visit(found, from, to);
    else if (id.value !== cluster) await readValue(found, id.value, from, to);
    else if (length.isUnknown) return;
    at = to;
  }
}

async function readValue(found: Found, id: number, from: number, to: number): Promise<void> {
  if (to - from > longestTag || !Object.values(values).includes(id as never)) return;
  const bytes = await found.read(from, to - from);
  switch (id) {
    case values.scale:
      found.scale = toInteger(bytes);
      return;
    case values.duration:
      if (bytes.length === 4) found.duration = bytes.readFloatBE();
      if (bytes.length === 8) found.duration = bytes.readDoubleBE();
      return;
    case values.width:
      found.width ??= toInteger(bytes);
      return;
    case values.height:
      found.height ??= toInteger(bytes);
      return;
    case values.tagName:
      found.isPosition = /location|xyz|gps/iu.test(bytes.toString('latin1'));
      return;
    case values.tagText:
      if (found.isPosition)
        found.patches.push({ offset: from, bytes: Buffer.alloc(to - from, ' ') });
  }
}

function toInteger(bytes: Buffer): number {
  return bytes.length > 0 && bytes.length <= 6 ? bytes.readUIntBE(0, bytes.length) : 0;
}

/** A number of variable length (RFC 8794, 4). An id keeps its marker. */
function readNumber(bytes: Buffer, at: number, isId: boolean) {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return undefined;
  let value = isId ? first : first & (0xff >> length);
  let ones = (first & (0xff >> length)) === 0xff >> length;
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index] ?? 0;
    ones &&= next === 0xff;
    value = value * 256 + next;
  }
  return { value, length, isUnknown: ones && !isId };
}
