import { positionFault, type ReadAt, type ReadClip, type UnusableClip } from './clip-facts.ts';

/** A position as ISO 6709 writes it: `+37.5665+126.9780/`. */
const position = /[+-]\d{2}\.\d{3,}[+-]\d{3}\.\d{3,}/u;

/** How much of the start of a file is searched for positions: where its tags are. */
const tagsLength = 262_144;

/** Reads a WAV file (RIFF): the format is before the sound, the duration follows from both. */
export async function readWaveFile(
  read: ReadAt,
  size: number,
): Promise<ReadClip | UnusableClip> {
  if (await hasPosition(read)) return positionFault;
  let rate = 0;
  for (let at = 12, chunks = 0; at + 8 <= size && chunks < 100; chunks += 1) {
    const head = await read(at, 20);
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    if (name === 'fmt ' && head.length === 20) rate = head.readUInt32LE(16);
    if (name === 'data') {
      const sound = Math.min(length, size - at - 8);
      return { ...(rate > 0 && sound > 0 ? { duration: sound / rate } : {}), patches: [] };
    }
    at += 8 + length + (length % 2);
  }
  return { got: 'a WAV without sound', cure: 'copy the file again from its source' };
}

/** Reads an Ogg file (RFC 3533): the last page has the number of its last sample. */
export async function readOggFile(
  read: ReadAt,
  size: number,
): Promise<ReadClip | UnusableClip> {
  if (await hasPosition(read)) return positionFault;
  const first = await read(0, 64);
  // Opus always counts 48,000 samples a second (RFC 7845, 4).
  const rate = first.includes('OpusHead')
    ? 48_000
    : first.includes('vorbis') && first.length >= 44
      ? first.readUInt32LE(40)
      : 0;
  const length = Math.min(size, 65_536);
  const end = await read(size - length, length);
  const page = end.lastIndexOf('OggS');
  if (rate === 0 || page < 0 || page + 14 > end.length) return { patches: [] };
  const duration = Number(end.readBigInt64LE(page + 6)) / rate;
  return { ...(duration > 0 ? { duration } : {}), patches: [] };
}

/** Kilobits a second of MPEG audio, layer 3: version 1, then versions 2 and 2.5. */
const rates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const samplings = [44_100, 48_000, 32_000] as const;

/** Reads an MP3 file: the first frame says how many follow, or all have one rate. */
export async function readMp3File(
  read: ReadAt,
  size: number,
): Promise<ReadClip | UnusableClip> {
  if (await hasPosition(read)) return positionFault;
  const head = await read(0, 10);
  const tagged = head.toString('latin1', 0, 3) === 'ID3';
  // Seven bits a byte (ID3v2.4, 6.2).
  const from = tagged
    ? 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 127), 0)
    : 0;
  const frame = await read(from, 200);
  const [sync = 0, second = 0, third = 0] = frame;
  if (sync !== 0xff || (second & 0xe6) !== 0xe2) return { patches: [] };
  const isFirst = (second & 0x18) === 0x18;
  const rate = rates[isFirst ? 0 : 1][third >> 4] ?? 0;
  const sampling = (samplings[(third >> 2) & 3] ?? 0) / (isFirst ? 1 : second & 0x10 ? 2 : 4);
  const mark = Math.max(frame.indexOf('Xing'), frame.indexOf('Info'));
  if (mark > 0 && sampling > 0 && mark + 12 <= frame.length && (frame[mark + 7] ?? 0) & 1) {
    const frames = frame.readUInt32BE(mark + 8);
    return { duration: (frames * (isFirst ? 1152 : 576)) / sampling, patches: [] };
  }
  return rate > 0
    ? { duration: ((size - from) * 8) / (rate * 1000), patches: [] }
    : { patches: [] };
}

async function hasPosition(read: ReadAt): Promise<boolean> {
  return position.test((await read(0, tagsLength)).toString('latin1'));
}
