import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filterWord, toDirectoryWords } from '../../language/directory-words.ts';
import { itemsOf, readText } from './cbor.ts';
import type { SearchRecord } from './search-record.ts';
import { unpack } from './split-chunks.ts';

/**
 * A file beside the index of a part, which is not published: its words, for the directory (see
 * `write-directory.ts`).
 */
export const wordFile = 'words';

/** Filters whose values are words of the directory. */
type Filter = 'section' | 'kind' | 'topic' | 'author';

/** Writes the words of the index in a folder, and those of the filters of its articles. */
export async function writeWordList(
  folder: string,
  records: readonly SearchRecord[],
): Promise<void> {
  const language = records[0]?.language ?? '';
  const words = new Set(
    records.flatMap(filtersOf).map(([name, value]) => filterWord(name, value)),
  );
  for (const name of await readdir(join(folder, 'index')).catch(() => [])) {
    const bytes = await unpack(join(folder, 'index', name));
    const [list = 0] = itemsOf(bytes, 0);
    for (const at of itemsOf(bytes, list).slice(0, -1)) {
      const [word = 0] = itemsOf(bytes, at);
      for (const one of toDirectoryWords(readText(bytes, word), language)) words.add(one);
    }
  }
  await writeFile(join(folder, wordFile), packWords([...words]), 'latin1');
}

/** The values of an article by which a search may be narrowed. */
function filtersOf({ section, kind, topics, authors }: SearchRecord): [Filter, string][] {
  return [
    ...(section ? [['section', section.slug] as [Filter, string]] : []),
    ...(kind ? [['kind', kind.name] as [Filter, string]] : []),
    ...topics.map((topic): [Filter, string] => ['topic', topic]),
    ...authors.map((author): [Filter, string] => ['author', author]),
  ];
}

/** UTF-8 as a text of one character for a byte: it has the order of bytes, and takes half the memory. */
function toBytes(word: string): string {
  return Buffer.from(word).toString('latin1');
}

/**
 * Packs words, sorted by their bytes. A line for each: the length of what it shares with the last one, as a
 * character, and the rest.
 */
export function packWords(words: readonly string[]): string {
  let last = '';
  let text = '';
  for (const word of words.map(toBytes).sort()) {
    const shared = Math.min(sharedLength(last, word), 200);
    text += `${String.fromCharCode(32 + shared)}${word.slice(shared)}\n`;
    last = word;
  }
  return text;
}

/** Reads a packed list word by word. `next` is the next word; undefined at the end. */
export function openWordList(text: string): { readonly next: () => string | undefined } {
  let at = 0;
  let last = '';
  return {
    next: () => {
      if (at >= text.length) return undefined;
      const end = text.indexOf('\n', at);
      last = last.slice(0, text.charCodeAt(at) - 32) + text.slice(at + 1, end);
      at = end + 1;
      return last;
    },
  };
}

/** The number of characters with which two texts begin alike. */
export function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/** Reads the packed list of words of the part in a folder. */
export async function loadWordList(folder: string): Promise<string> {
  return readFile(join(folder, wordFile), 'latin1');
}
