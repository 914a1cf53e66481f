import { localText } from '../../content/settings/local-text.ts';
import type { Publication } from '../../publication/edition/publication.ts';
import { areMany, choiceNames, choicesOf } from '../../publication/edition/search-choices.ts';

/** Slugs and names, the most frequent first. */
export type ChoiceList = readonly (readonly [slug: string, name: string])[];

/**
 * The authors and topics that are too many for a list in the search page, by the name of their file:
 * `authors-ko.json`.
 */
export function createChoiceFiles({
  editions,
  settings,
}: Publication): ReadonlyMap<string, ChoiceList> {
  const files = new Map<string, ChoiceList>();
  for (const edition of editions)
    for (const name of choiceNames) {
      const choices = choicesOf(edition, name);
      if (!areMany(choices)) continue;
      files.set(
        `${name}s-${edition.language.toLowerCase()}.json`,
        choices.map(({ slug, names }) => [
          slug,
          localText(names, edition.language, settings.languages),
        ]),
      );
    }
  return files;
}
