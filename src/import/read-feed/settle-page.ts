import type { ImportOptions, Note } from '../draft.ts';
import { isOfSite } from '../write/claimed-addresses.ts';
import { nameOf } from '../write/name-of.ts';
import type { FeedEntry } from './feed-entry.ts';
import { wordsOf } from './words-of.ts';

/**
 * An entry that was a page of its site stays one where the copies may be pages, under a name whose
 * address this site does not use itself (`search` -> `search-page`); else it becomes an article.
 */
export function settlePage(
  entry: FeedEntry,
  { hasPages = true, languages = [] }: Pick<ImportOptions, 'hasPages' | 'languages'>,
): FeedEntry {
  if (!entry.isPage) return entry;
  const say = (message: string, certainty: Note['certainty']): Note => ({
    ...(entry.line !== undefined && { line: entry.line }),
    ...{ field: 'section', message, certainty },
  });
  const notes = entry.notes ?? [];
  const title = entry.title && wordsOf(entry.title);
  const called = title ? ` ("${title}")` : '';
  if (!hasPages) {
    const message = `it was a page, not a post${called}; it becomes an article, since only the content folder itself has a folder pages`;
    return { ...entry, isPage: false, notes: [...notes, say(message, 'likely')] };
  }
  const name = nameOf({
    fields: title ? { title } : {},
    ...(entry.name !== undefined && { name: entry.name }),
  });
  const isTaken = isOfSite(`/${name}`.toLowerCase(), languages);
  const message = `it was a page, not a post${called}; it becomes a page of the site`;
  return {
    ...entry,
    name: isTaken ? `${name}-page` : entry.name,
    notes: [...notes, say(message, 'certain')],
  };
}
