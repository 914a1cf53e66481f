import { type FileHandle, open } from 'node:fs/promises';
import { recogniseFormat } from '../pictures/open-picture.ts';
import type { ReadAt, ReadClip, UnusableClip } from './clip-facts.ts';
import { readIsoFile } from './read-iso-file.ts';
import { readMp3File, readOggFile, readWaveFile } from './read-sound-file.ts';
import { readWebmFile } from './read-webm-file.ts';

interface Format {
  readonly name: string;
  readonly endings: readonly string[];
  readonly begins: (head: Buffer) => boolean;
  readonly read: (read: ReadAt, size: number) => Promise<ReadClip | UnusableClip>;
}

/** The formats that browsers play. */
const formats: readonly Format[] = [
  {
    name: 'MP4',
    endings: ['mp4', 'm4a'],
    begins: (head) => head.toString('latin1', 4, 8) === 'ftyp',
    read: readIsoFile,
  },
  {
    name: 'WebM',
    endings: ['webm'],
    begins: (head) => head.readUInt32BE(0) === 0x1a45dfa3 && head.includes('webm'),
    read: readWebmFile,
  },
  {
    name: 'WAV',
    endings: ['wav'],
    begins: (head) => /^RIFF.{4}WAVE/su.test(head.toString('latin1', 0, 12)),
    read: readWaveFile,
  },
  {
    name: 'Ogg',
    endings: ['ogg', 'opus'],
    begins: (head) => head.toString('latin1', 0, 4) === 'OggS',
    read: readOggFile,
  },
  {
    name: 'MP3',
    endings: ['mp3'],
    begins: (head) =>
      head.toString('latin1', 0, 3) === 'ID3' ||
      (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
    read: readMp3File,
  },
];

const convert = 'convert it, such as with `ffmpeg -i IN OUT`, or rename it';

/**
 * Reads what a clip says about itself, and checks that it is what its ending says. Reads descriptions
 * only, so that a film of any size needs no more memory than a short one.
 *
 * @throws {Error} of the disk
 */
export async function readClip(path: string): Promise<ReadClip | UnusableClip> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0)
      return { got: 'an empty file', cure: 'copy the file again from its source' };
    const read = readerOf(file);
    const head = await read(0, 4100);
    if (head.length < 12) return { got: 'a file of a few bytes', cure: convert };
    const ending = /\.([^.]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
    const format = formats.find(({ begins }) => begins(head));
    if (format?.endings.includes(ending)) return await format.read(read, size);
    const known = format?.name ?? (await recogniseFormat(head))?.toUpperCase();
    const got = known === undefined ? 'a file of an unknown format' : `a file that is ${known}`;
    return { got, cure: convert };
  } finally {
    await file.close();
  }
}

function readerOf(file: FileHandle): ReadAt {
  return async (offset, length) => {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
}
