import type { Random } from './create-random.ts';

type Words = readonly [string, ...string[]];

/** Word tables of a language, and patterns that contain `{table}`. */
export interface Prose {
  readonly words: Readonly<
    Record<'who' | 'did' | 'what' | 'how' | 'when' | 'why' | 'said', Words>
  >;
  readonly patterns: Words;
  readonly titles: Words;
  readonly headings: Words;
}

/**
 * Splits a text into a word table: entries are separated by `/` or a line break. Throws if
 * there is none.
 */
export function toWords(text: string): Words {
  const [first, ...rest] = text.trim().split(/\s*[/\n]\s*/u);
  if (!first) throw new Error('expected words, got an empty table');
  return [first, ...rest];
}

/**
 * Replaces each `{table}` of a pattern by a word of that table, with a capital first letter and
 * the right form of `a` and `an`.
 */
export function writeLine(prose: Prose, patterns: Words, random: Random): string {
  const tables: Readonly<Record<string, Words>> = prose.words;
  const line = random.pick(patterns).replace(/\{(\w+)\}/gu, (_, name: string) => {
    const table = tables[name];
    if (!table) throw new Error(`expected a word table, got "${name}"`);
    return random.pick(table);
  });
  return (line.charAt(0).toUpperCase() + line.slice(1)).replace(
    /\b([Aa]) (?=[aeiou])/gu,
    '$1n ',
  );
}

/** Splits a text at white space. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
