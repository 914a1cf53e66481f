import type { Note } from './draft.ts';

/** Notes of one field and certainty that are told one by one. */
const most = 100;

/** The notes of an article; of those that are too many to read, the first ones and a count. */
export function boundNotes(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= most) return notes;
  const counts = new Map<string, { note: Note; count: number }>();
  const kept = notes.filter((note) => {
    const key = `${note.field}\0${note.certainty}`;
    const entry = counts.get(key) ?? { note, count: 0 };
    counts.set(key, { note, count: entry.count + 1 });
    return entry.count < most;
  });
  const more = [...counts.values()]
    .filter(({ count }) => count > most)
    .map(({ note, count }) => ({ ...note, message: `${count - most} more notes like these` }));
  return [...kept, ...more];
}
