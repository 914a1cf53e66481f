import { compareText } from './compare-text.ts';
import type { Edition, Group } from './publication.ts';

/** What a search narrows that a publication may have any number of. */
export const choiceNames = ['topic', 'author'] as const;
export type ChoiceName = (typeof choiceNames)[number];

/** The most authors, or topics, that are a list in the search page. More are a file, for a field to type in. */
const maxListed = 60;

/** The authors or topics of the articles of an edition, the most frequent first. */
export function choicesOf(edition: Edition, name: ChoiceName): Group[] {
  const groups: readonly Group[] = name === 'author' ? edition.authors : edition.topics;
  return groups
    .filter(({ articles }) => articles.length > 0)
    .toSorted((a, b) => b.articles.length - a.articles.length || compareText(a.slug, b.slug));
}

/** Whether there are more than a list can have. */
export function areMany(choices: readonly Group[]): boolean {
  return choices.length > maxListed;
}
