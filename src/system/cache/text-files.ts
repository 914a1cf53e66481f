import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Bytes that are read or written at once. */
const pieceSize = 1_000_000;

/**
 * Writes a text that may be longer than the longest string (512 MB), from its pieces. Replaces the
 * file; its folder must exist.
 */
export function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const bytes of inBlocks(pieces))
      for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
  } finally {
    closeSync(file);
  }
}

/** Whether a file exists and has this text. */
export function hasPieces(path: string, pieces: Iterable<string>): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return false;
  const file = openSync(path, 'r');
  try {
    let done = 0;
    for (const bytes of inBlocks(pieces)) {
      const found = Buffer.alloc(bytes.length);
      if (readFully(file, found) < bytes.length || !found.equals(bytes)) return false;
      done += bytes.length;
    }
    return done === size;
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a text line by line, without its line ends. Synchronous: much faster for millions of lines.
 *
 * @throws {Error} of the disk: with `code`, such as `ENOENT`
 */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const piece = Buffer.alloc(pieceSize);
    let rest = '';
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      const text = decoder.write(piece.subarray(0, read));
      const end = text.lastIndexOf('\n');
      if (end < 0) {
        rest += text;
        continue;
      }
      yield* linesOf(rest + text.slice(0, end));
      rest = text.slice(end + 1);
    }
    rest += decoder.end();
    if (rest !== '') yield* linesOf(rest);
  } finally {
    closeSync(file);
  }
}

/** The lines of a text without a line feed at its end. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/u).map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function* inBlocks(pieces: Iterable<string>): Generator<Buffer> {
  let block: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    block.push(piece);
    length += piece.length;
    if (length < pieceSize) continue;
    yield Buffer.from(block.join(''));
    block = [];
    length = 0;
  }
  yield Buffer.from(block.join(''));
}

/** The number of bytes that were read: fewer than asked for at the end of the file. */
function readFully(file: number, into: Buffer): number {
  let from = 0;
  for (let read = -1; from < into.length && read !== 0; from += read)
    read = readSync(file, into, from, into.length - from, null);
  return from;
}
