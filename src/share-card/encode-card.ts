import { crc32, deflateSync } from 'node:zlib';
import { cardColours } from './accent-on-paper.ts';
import { cardSize } from './share-card.ts';

/** Steps from the paper to each colour of text: with the paper, what half a byte can name. */
const steps = { ink: 6, accent: 5, quiet: 4 } as const;

/** The most that a channel may differ from the pixel that was drawn: half a step at the edge of a letter. */
const tolerance = 30;

const { width, height } = cardSize;

/** Bytes of a row: its filter (none), and half a byte for each pixel. */
const rowLength = 1 + width / 2;

/**
 * A drawn card as a PNG of 16 colours, which looks the same, has three quarters of the bytes of one with all
 * colours, and takes half of the time. `pixels` are RGBA, `accent` is the colour of the section as drawn.
 * Undefined where there are other colours than those of text.
 */
export function encodeCard(pixels: Uint8Array, accent: string): Buffer | undefined {
  const palette = createPalette(accent);
  const rows = toRows(pixels, palette);
  if (rows === undefined) return undefined;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 5, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Colour = readonly [red: number, green: number, blue: number];

function createPalette(accent: string): Colour[] {
  const paper = parseColour(cardColours.paper);
  const ramp = (colour: string, count: number) =>
    Array.from({ length: count }, (_, step) =>
      mix(paper, parseColour(colour), (step + 1) / count),
    );
  return [
    paper,
    ...ramp(cardColours.ink, steps.ink),
    ...ramp(accent, steps.accent),
    ...ramp(cardColours.quiet, steps.quiet),
  ];
}

function parseColour(colour: string): Colour {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const at = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [at(0), at(1), at(2)];
}

/** Rows of half bytes, as a PNG has them; undefined where a pixel has none of the colours. */
function toRows(pixels: Uint8Array, palette: readonly Colour[]): Buffer | undefined {
  const rows = Buffer.alloc(rowLength * height);
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const known = new Map<number, number>();
  let last: number | undefined;
  let lastIndex = 0;
  const indexAt = (at: number) => {
    const word = (words[at] ?? 0) | 0;
    if (word === last) return lastIndex;
    last = word;
    let index = known.get(word);
    if (index === undefined) {
      index = nearest(bytes, at * 4, palette);
      known.set(word, index);
    }
    lastIndex = index;
    return index;
  };
  const line = width * 4;
  // A corner.
  const paper = words[words.length - 1];
  if (indexAt(words.length - 1) !== 0) return undefined;
  for (let y = 0; y < height; y += 1) {
    const start = y * rowLength;
    // Most rows are those above them.
    if (
      y > 0 &&
      bytes.compare(bytes, (y - 1) * line, y * line, y * line, (y + 1) * line) === 0
    ) {
      rows.copyWithin(start, start - rowLength, start);
      continue;
    }
    for (let x = 0, at = y * width; x < width; x += 2, at += 2) {
      if (words[at] === paper && words[at + 1] === paper) continue;
      const left = indexAt(at);
      const right = indexAt(at + 1);
      if (left < 0 || right < 0) return undefined;
      rows[start + 1 + x / 2] = (left << 4) | right;
    }
  }
  return rows;
}

/** Index of the nearest colour; -1 where that is another one. */
function nearest(bytes: Buffer, at: number, palette: readonly Colour[]): number {
  const away = palette.map((colour) =>
    Math.max(...colour.map((channel, index) => Math.abs(channel - (bytes[at + index] ?? 0)))),
  );
  const least = Math.min(...away);
  return least > tolerance ? -1 : away.indexOf(least);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
