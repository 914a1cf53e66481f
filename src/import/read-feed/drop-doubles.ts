import type { Draft } from '../draft.ts';

/**
 * Entries that share an identity within a feed: a second one is left out when its text is that of
 * the first, else kept under an identity of its own. Both are noted.
 */
export function dropDoubles(drafts: readonly Draft[]): readonly Draft[] {
  const found = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const same = found.get(draft.identity);
    const first = same?.[0];
    if (same === undefined || first === undefined) {
      found.set(draft.identity, [draft]);
      continue;
    }
    const place = draft.notes.find(({ line }) => line !== undefined)?.line;
    const where = place === undefined ? {} : { line: place };
    const double = same.find(
      ({ body, fields }) => isSame(body, draft.body) && fields.title === draft.fields.title,
    );
    if (double !== undefined) {
      const message = `another entry with the id ${draft.identity} and the same text`;
      const note = { ...where, field: 'left out', message, certainty: 'certain' as const };
      same[same.indexOf(double)] = { ...double, notes: [...double.notes, note] };
      continue;
    }
    const message = `another entry has the id ${draft.identity}, too, but another text; both are kept`;
    const note = { ...where, field: 'source', message, certainty: 'doubtful' as const };
    const identity = `${draft.identity}#${same.length + 1}`;
    same.push({ ...draft, identity, notes: [...draft.notes, note] });
  }
  return [...found.values()].flat();
}

function isSame(a: string, b: string): boolean {
  return a.replace(/\s+/gu, ' ') === b.replace(/\s+/gu, ' ');
}
