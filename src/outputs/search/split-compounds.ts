import { compoundingOf, shortestPart } from '../../language/compounds.ts';
import { searchedWord } from '../../language/search-forms.ts';

/** Longer runs of letters are no words. */
const longest = 60;

/** Gives the words that a compound ends with. */
export type SplitCompound = (word: string) => readonly string[];

/** Beginnings of verbs and their nouns, which are words too but no parts of compounds. */
const prefixes: ReadonlySet<string> = new Set(
  'über unter wider wieder hinter nieder gegen durch zusammen onder over voor achter tegen under över ylös'.split(
    ' ',
  ),
);

/**
 * Learns from texts how to split the compounds of their language: `Gericht` finds `Verfassungsgericht`
 * where both parts are words of the texts. No dictionary is needed, and what it does depends on nothing
 * else. Undefined for languages that do not compound. Texts may be HTML.
 */
export function learnCompounds(
  texts: readonly string[],
  language: string,
): SplitCompound | undefined {
  const rules = compoundingOf(language);
  if (rules === undefined) return undefined;
  const stem = (word: string) => {
    const rest = word.replace(rules.ending, '');
    return rest.length < shortestPart ? word : rest;
  };
  const beginnings = new Set<string>();
  const nouns = new Set<string>();
  for (const text of texts)
    for (const [word] of text.replace(/<[^>]*>/gu, ' ').matchAll(searchedWord)) {
      const lower = word.toLowerCase();
      if (lower.length < shortestPart || prefixes.has(lower)) continue;
      beginnings.add(lower);
      beginnings.add(stem(lower));
      if (!rules.capitals || lower !== word) nouns.add(stem(lower));
    }
  const isBeginning = (head: string): boolean =>
    [head, head.replace(rules.link, '')].some(
      (part) => part.length >= shortestPart && beginnings.has(part),
    );
  const tailsOf = (word: string): string[] => {
    const last = word.length - shortestPart;
    const places = Array.from(
      { length: Math.max(0, last - shortestPart + 1) },
      (_, index) => index + shortestPart,
    );
    // The beginning may be a compound itself, as may the end: Bundes-verfassungs-gericht.
    const starts = new Set([0]);
    for (const at of places)
      if ([...starts].some((start) => isBeginning(word.slice(start, at)))) starts.add(at);
    const ends = new Set<number>();
    for (const at of places.toReversed())
      if (
        starts.has(at) &&
        (nouns.has(stem(word.slice(at))) ||
          [...ends].some((end) => isBeginning(word.slice(at, end))))
      )
        ends.add(at);
    return [...ends].reverse().map((at) => word.slice(at));
  };
  return (word) =>
    word.length < 2 * shortestPart ||
    word.length > longest ||
    (rules.capitals && word.toLowerCase() === word)
      ? []
      : tailsOf(word.toLowerCase());
}
