import type { Note } from '../draft.ts';
import type { Fact } from './fact.ts';

/** The note that a field was taken from a fact; `what` is the value where it is not the fact's. */
export function noteChoice(
  field: string,
  fact: Fact,
  certainty: Note['certainty'],
  what = fact.value,
): Note {
  const at = fact.line === undefined ? {} : { line: fact.line };
  return { ...at, field, message: `${JSON.stringify(what)}, from ${fact.from}`, certainty };
}
