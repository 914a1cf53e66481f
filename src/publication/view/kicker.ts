import type { Named } from '../../content/article/article.ts';
import { type Genre, genreLabel } from '../../content/article/genre.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Link } from './link.ts';
import { editionOf, inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/**
 * The line above a headline: the section, what kind of work it is, and the words of `kicker:`. The
 * same on the page, in lists and on the share card.
 */
export interface Kicker {
  readonly section?: Link;
  readonly genre?: { readonly name: Genre | 'closed'; readonly text: string };
  readonly text?: string;
}

/** What the line is made from. */
interface Kicked {
  readonly language: string;
  readonly section?: Named;
  readonly genre?: Genre;
  readonly kicker?: string;
  readonly closed?: unknown;
}

/** Undefined if there is nothing to say. */
export function kickerOf(context: ViewContext, story: Kicked): Kicker | undefined {
  const { language, section, genre, closed, kicker } = story;
  const label = genreLabel(story, wordsOf(context, language));
  if (section === undefined && label === undefined && kicker === undefined) return undefined;
  const name = section && inLanguage(context, section.names, language);
  // In the section Opinion, an opinion needs no second word for it; a paid article always has its label.
  const isSaid = genre !== 'sponsored' && name?.toLowerCase() === label?.toLowerCase();
  return {
    section: section && {
      text: name ?? '',
      href: toHref(context, listAddress.section(editionOf(context, story), section.slug)),
    },
    genre:
      genre && label !== undefined && !isSaid
        ? { name: closed && genre === 'live' ? 'closed' : genre, text: label }
        : undefined,
    text: kicker,
  };
}
