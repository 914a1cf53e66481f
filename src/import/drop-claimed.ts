import type { Draft, Note } from './draft.ts';
import { claimKey, ownAddresses } from './write/claimed-addresses.ts';
import { nameOf } from './write/name-of.ts';

/**
 * Drafts of one source without the aliases that are the address of another of them: an address is
 * stronger than an alias, whichever is written first.
 */
export function dropClaimed(
  drafts: readonly Draft[],
  publication: { readonly languages: readonly string[]; readonly timeZone: string },
): readonly Draft[] {
  if (drafts.length < 2) return drafts;
  const owners = new Map<string | undefined, Draft>();
  for (const draft of drafts)
    for (const address of ownAddresses(draft.fields, `${nameOf(draft)}.md`, publication)) {
      const key = claimKey(address);
      if (!owners.has(key)) owners.set(key, draft);
    }
  return drafts.map((draft) => {
    const isOthers = (alias: string) => (owners.get(claimKey(alias)) ?? draft) !== draft;
    const lost = draft.fields.aliases?.filter(isOthers) ?? [];
    if (lost.length === 0) return draft;
    const place = draft.line === undefined ? {} : { line: draft.line };
    const notes = lost.map((alias): Note => {
      const message = `${alias} is the address of another copy, and is left out`;
      return { ...place, field: 'aliases', message, certainty: 'likely' };
    });
    const aliases = draft.fields.aliases?.filter((alias) => !isOthers(alias)) ?? [];
    return {
      ...draft,
      fields: { ...draft.fields, aliases },
      notes: [...draft.notes, ...notes],
    };
  });
}
