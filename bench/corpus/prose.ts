import type { Random } from './create-random.ts';

type Words = readonly [string, ...string[]];

/** What a language needs to sound like news: word tables, and patterns with `{table}` in them. */
export interface Prose {
  readonly words: Readonly<
    Record<'who' | 'did' | 'what' | 'how' | 'when' | 'why' | 'said', Words>
  >;
  readonly patterns: Words;
  readonly titles: Words;
  readonly headings: Words;
}

/** A word table from text: entries stand apart by `/` or a new line. Throws when there is none. */
export function toWords(text: string): Words {
  const [first, ...rest] = text.trim().split(/\s*[/\n]\s*/u);
  if (!first) throw new Error('expected words, got an empty table');
  return [first, ...rest];
}

/** A pattern with each `{table}` replaced by one of that table's words, a capital first, and `an` for `a`. */
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

/** Words of a text that white space parts. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
