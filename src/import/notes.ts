import type { Note, Refusal } from './draft.ts';

/** Formats a note as a report line: `file:line:column  field: message (certainty)`. */
export function formatNote(source: string, note: Note): string {
  return `${formatPosition(source, note)}  ${note.field}: ${oneLine(note.message)} (${note.certainty})`;
}

/** Formats a refusal as a report line: `file:line:column  refused: reason`. */
export function formatRefusal(refusal: Refusal): string {
  return `${formatPosition(refusal.source, refusal)}  refused: ${oneLine(refusal.reason)}`;
}

/** Sorts notes by position in the source; those without a line come first. Stable. */
export function sortNotes(notes: readonly Note[]): Note[] {
  return notes.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

function formatPosition(
  source: string,
  { line, column }: { readonly line?: number; readonly column?: number },
): string {
  if (line === undefined) return source;
  return column === undefined ? `${source}:${line}` : `${source}:${line}:${column}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Maximum of notes with the same field and certainty. */
const maxPerKind = 100;

/** Limits the notes of an article: the first ones, and a count of the others. */
export function limitNotes(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= maxPerKind) return notes;
  const counts = new Map<string, { note: Note; count: number }>();
  const kept = notes.filter((note) => {
    const key = `${note.field}\0${note.certainty}`;
    const entry = counts.get(key) ?? { note, count: 0 };
    counts.set(key, { note, count: entry.count + 1 });
    return entry.count < maxPerKind;
  });
  const more = [...counts.values()]
    .filter(({ count }) => count > maxPerKind)
    .map(({ note, count }) => ({
      ...note,
      message: `${count - maxPerKind} more notes like these`,
    }));
  return [...kept, ...more];
}
