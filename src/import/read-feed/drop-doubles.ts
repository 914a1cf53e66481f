import type { Draft, Note } from '../draft.ts';

/**
 * Entries that share an identity within a feed: a second one is left out when its text is that of
 * the first, else kept under an identity of its own. Both are noted.
 */
export function dropDoubles(drafts: readonly Draft[]): readonly Draft[] {
  const found = new Map<string, Map<string, Kept>>();
  const kept: Kept[] = [];
  for (const draft of drafts) {
    const { identity, body, fields } = draft;
    const same = found.get(identity) ?? new Map<string, Kept>();
    found.set(identity, same);
    const words = JSON.stringify([fields.title, body.replace(/\s+/gu, ' ')]);
    const place = draft.notes.find(({ line }) => line !== undefined)?.line ?? draft.line;
    const where = place === undefined ? {} : { line: place };
    const double = same.get(words);
    if (double !== undefined) {
      const message = `another entry with the id ${identity} and the same text`;
      double.notes.push({ ...where, field: 'left out', message, certainty: 'certain' });
      continue;
    }
    const one: Kept = { draft, notes: [] };
    if (same.size > 0) {
      const message = `another entry has the id ${identity}, too, but another text; both are kept`;
      one.draft = { ...draft, identity: `${identity}#${same.size + 1}` };
      one.notes.push({ ...where, field: 'source', message, certainty: 'doubtful' });
    }
    same.set(words, one);
    kept.push(one);
  }
  return kept.map(({ draft, notes }) =>
    notes.length === 0 ? draft : { ...draft, notes: [...draft.notes, ...notes] },
  );
}

interface Kept {
  draft: Draft;
  readonly notes: Note[];
}
