/** A text with one or two named slots, in any order: `{creator} via {source}`. */
export type Sentence<First extends string, Second extends string = First> = First extends Second
  ? `${string}{${First}}${string}`
  :
      | `${string}{${First}}${string}{${Second}}${string}`
      | `${string}{${Second}}${string}{${First}}${string}`;

/** The names of the slots of a sentence. */
export type SlotsOf<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | SlotsOf<Rest>
  : never;

/**
 * Fills the slots of a sentence, such as with links. Text stays text: `fillSentence('{a} via {b}', {
 * a: 1, b: 2 })` -> `[1, ' via ', 2]`
 */
export function fillSentence<Text extends string, Value>(
  sentence: Text,
  values: Readonly<Record<SlotsOf<Text>, Value>>,
): (string | Value)[] {
  const bySlot = new Map<string, Value>(Object.entries(values));
  return sentence
    .split(/(\{\w+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => bySlot.get(piece.slice(1, -1)) ?? piece);
}

/** Fills the slots of a sentence with texts: `formatSentence('By {names}', { names })`. */
export function formatSentence<Text extends string>(
  sentence: Text,
  values: Readonly<Record<SlotsOf<Text>, string>>,
): string {
  return fillSentence(sentence, values).join('');
}
