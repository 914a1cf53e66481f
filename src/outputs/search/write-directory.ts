import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cborType, writeArray, writeHead, writeNumber, writeText } from './cbor.ts';
import { lastBefore } from './chunk-limits.ts';
import { toPacked } from './split-chunks.ts';
import { openWordList, sharedLength } from './word-list.ts';

/** A part of the index, for the directory. */
export interface ListedPart {
  readonly name: string;
  /** The packed list of its words. */
  readonly words: string;
}

/**
 * Bytes of uncompressed entries of a chunk: about a quarter when it is compressed. A query loads the list of
 * chunks and one to four of them: where the directory is large, chunks are larger, so that the list is not.
 */
const [least, most] = [12_000, 32_000];

/** The length of the lists of words above which chunks have another size, and how many times the usual. */
const larger = [
  { above: 60_000_000, times: 4 },
  { above: 14_000_000, times: 2 },
] as const;

/** One in so many words may begin a chunk, so that a new word does not move the limits of all chunks. */
const cutEvery = 128;

/**
 * Characters after all others, which no query has. They end a word and a beginning of words: what Pagefind
 * does not find, it would replace by the longest word with which it begins.
 */
const [wordEnd, last] = ['\u{10fffe}', '\u{10ffff}'].map((sign) =>
  Buffer.from(sign).toString('latin1'),
) as [string, string];

/** Numbers of parts as bits. */
type Parts = Uint8Array;

interface Chunk {
  /** Comes directly after all words of the chunk before it. */
  readonly from: string;
  entries: Buffer[];
  /** The number of entries in the first buffer, if they are joined. */
  joined: number;
}

/** What the last words begin with. */
interface Beginning {
  readonly text: string;
  /** The parts of all words that begin with it. */
  readonly parts: Parts;
  isDivided: boolean;
}

/** Characters of the longest beginning that a cut may divide. */
const deepest = 12;

/**
 * Writes an index whose articles are the parts of a large index, in the form of Pagefind: a search in it
 * finds the parts that have a word, or one that begins with it. Words are cut into files of about 6 kB.
 *
 * @param parts from old to new, so that a new part does not change the numbers of others
 * @param entry the list of languages of one of the parts
 */
export async function writeDirectory(
  folder: string,
  parts: readonly ListedPart[],
  { language, entry }: { readonly language: string; readonly entry: string },
): Promise<void> {
  await mkdir(join(folder, 'index'), { recursive: true });
  const taken = new Set<string>();
  const chunks: { readonly from: string; readonly name: string }[] = [];
  for (const chunk of toChunks(parts)) {
    const { from } = chunk;
    const bytes = toPacked(writeArray([toList(chunk)]));
    const name = nameOf(bytes, taken);
    await writeFile(join(folder, 'index', `${name}.pf_index`), bytes);
    chunks.push({ from: Buffer.from(from, 'latin1').toString(), name });
  }
  const list = JSON.parse(entry) as PagefindEntry;
  const meta = toPacked(
    writeArray([
      writeText(list.version),
      writeArray(
        parts.map(({ name }) => writeArray([writeText(name), writeNumber(1), writeText('')])),
      ),
      writeArray(
        chunks.map(({ from, name }, index) => {
          const to = lastBefore(chunks[index + 1]?.from);
          return writeArray([writeText(from), writeText(to), writeText(name)]);
        }),
      ),
      ...[0, 0, 0].map(() => writeArray([])),
    ]),
  );
  const metaName = nameOf(meta, new Set());
  await writeFile(join(folder, `pagefind.${metaName}.pf_meta`), meta);
  const languages = {
    [language]: { ...list.languages[language], hash: metaName, page_count: parts.length },
  };
  await writeFile(join(folder, 'pagefind-entry.json'), JSON.stringify({ ...list, languages }));
}

/** The list of languages of an index. */
interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, object>>;
}

/**
 * Cuts the words of all parts into chunks. What a cut divides (words that begin alike) has an entry of its
 * own for the beginning, in the chunk that a query of this beginning loads, with the parts of all of them.
 */
function* toChunks(parts: readonly ListedPart[]): Generator<Chunk> {
  const open: Chunk[] = [];
  let beginnings: Beginning[] = [];
  const total = parts.reduce((sum, { words }) => sum + words.length, 0);
  const times = larger.find(({ above }) => total > above)?.times ?? 1;
  let bytes = 0;
  let lastWord = '';
  const close = (shared: number) => {
    for (const { text, parts, isDivided } of beginnings)
      if (isDivided && text.length > shared)
        open.findLast(({ from }) => from <= text)?.entries.push(toEntry(text + last, parts));
    beginnings = beginnings.filter(({ text }) => text.length <= shared);
  };
  for (const [word, own] of mergeWords(parts)) {
    const shared = wholeLength(word, sharedLength(lastWord, word));
    close(shared);
    // Only beginnings that a cut divides connect chunks.
    if (beginnings.length === 0) yield* open.splice(0, open.length - 1);
    const mayCut = shared === 0 || beginnings.at(-1)?.text.length === shared;
    const current = open.at(-1);
    if (
      current === undefined ||
      (mayCut && (bytes > most * times || (bytes > least * times && isPlace(word))))
    ) {
      for (const beginning of beginnings) beginning.isDivided = true;
      if (current) joinEntries(current);
      open.push({
        from: current === undefined ? '' : word.slice(0, nextLength(word, shared)),
        ...{ entries: [], joined: 0 },
      });
      bytes = 0;
    }
    for (const beginning of beginnings) addParts(beginning.parts, own);
    let length = shared;
    while (beginnings.length < deepest && length < word.length && mayCut) {
      length = nextLength(word, length);
      beginnings.push({ text: word.slice(0, length), parts: own.slice(), isDivided: false });
    }
    const entry = toEntry(word + wordEnd, own);
    open.at(-1)?.entries.push(entry);
    bytes += entry.length;
    lastWord = word;
  }
  close(0);
  yield* open;
}

function toList({ entries, joined }: Chunk): Buffer {
  const count = joined === 0 ? entries.length : joined + entries.length - 1;
  return Buffer.concat([writeHead(cborType.array, count), ...entries]);
}

/** Thousands of small buffers take more memory than one. */
function joinEntries(chunk: Chunk): void {
  chunk.joined = chunk.entries.length;
  chunk.entries = [Buffer.concat(chunk.entries)];
}

function addParts(parts: Parts, more: Parts): void {
  for (let index = 0; index < more.length; index += 1)
    parts[index] = (parts[index] ?? 0) | (more[index] ?? 0);
}

/** The words of all parts, sorted, each with the parts that have it. */
function* mergeWords(parts: readonly ListedPart[]): Generator<readonly [string, Parts]> {
  const cursors = parts.map(({ words }) => openWordList(words));
  const heads = cursors.map(({ next }) => next());
  const width = Math.ceil(parts.length / 8);
  // The numbers of parts by their next word: most words are in one or two parts.
  const waiting = new Map<string, number[]>();
  const queue = createQueue();
  const wait = (index: number) => {
    const word = heads[index];
    if (word === undefined) return;
    const same = waiting.get(word);
    if (same) same.push(index);
    else {
      waiting.set(word, [index]);
      queue.add(word);
    }
  };
  for (const index of parts.keys()) wait(index);
  for (let word = queue.take(); word !== undefined; word = queue.take()) {
    const own = waiting.get(word) ?? [];
    waiting.delete(word);
    const bits = new Uint8Array(width);
    for (const index of own) {
      bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
      heads[index] = cursors[index]?.next();
      wait(index);
    }
    yield [word, bits];
  }
}

/** A queue of texts that gives the smallest first: a binary heap. */
function createQueue() {
  const heap: string[] = [];
  const at = (index: number) => heap[index] ?? '';
  const swap = (one: number, other: number) => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  return {
    add: (text: string) => {
      let index = heap.push(text) - 1;
      for (let up = (index - 1) >> 1; index > 0 && at(index) < at(up); up = (index - 1) >> 1) {
        swap(index, up);
        index = up;
      }
    },
    take: (): string | undefined => {
      const [first] = heap;
      const end = heap.pop();
      if (first === undefined || end === undefined || heap.length === 0) return first;
      heap[0] = end;
      for (let index = 0; ; ) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        let least = index;
        if (left < heap.length && at(left) < at(least)) least = left;
        if (right < heap.length && at(right) < at(least)) least = right;
        if (least === index) return first;
        swap(index, least);
        index = least;
      }
    },
  };
}

/** A word with its parts, as Pagefind has words with articles: numbers from one to the next. */
function toEntry(word: string, parts: Parts): Buffer {
  const pages: Buffer[] = [];
  let previous = 0;
  for (let index = 0; index < parts.length * 8; index += 1) {
    if (((parts[index >> 3] ?? 0) & (1 << (index & 7))) === 0) continue;
    pages.push(writeArray([writeNumber(index - previous), empty, empty]));
    previous = index;
  }
  return writeArray([fromBytes(word), writeArray(pages), empty]);
}

const empty = writeArray([]);

function fromBytes(text: string): Buffer {
  return writeText(Buffer.from(text, 'latin1').toString());
}

function isPlace(word: string): boolean {
  let sum = 0;
  for (let index = 0; index < word.length; index += 1)
    sum = (Math.imul(sum, 31) + word.charCodeAt(index)) >>> 0;
  return sum % cutEvery === 0;
}

/** Whether a byte continues a character. */
function continues(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xc0) === 0x80;
}

/** The largest length up to this one that ends with a whole character. */
function wholeLength(text: string, length: number): number {
  let whole = length;
  while (whole > 0 && continues(text, whole)) whole -= 1;
  return whole;
}

/** The length with one character more. */
function nextLength(text: string, length: number): number {
  let next = length + 1;
  while (next < text.length && continues(text, next)) next += 1;
  return next;
}

/** A short name by content that no other file has. */
function nameOf(bytes: Buffer, taken: Set<string>): string {
  const digest = hash('sha256', bytes);
  for (let length = 6; ; length += 1) {
    const name = digest.slice(0, length);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
