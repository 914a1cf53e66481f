import { listAddress } from '../edition/list-addresses.ts';
import { statusText } from './article-meta.ts';
import { type DateText, toDayText } from './date-text.ts';
import { asFirst, type PicturePlace, type PictureView, toPictureView } from './picture-view.ts';
import type { Link } from './shell.ts';
import type { Brief } from './story-inputs.ts';
import { editionOf, inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** An article as a list prints it. */
export interface StoryEntry {
  readonly href: string;
  readonly headline: string;
  readonly summary?: string;
  readonly date: DateText;
  /** In the live preview: why it is not published. */
  readonly status?: string;
  readonly section?: Link;
  readonly picture?: PictureView;
}

/** The entry of an article, small. */
export function toEntry(context: ViewContext, brief: Brief): StoryEntry {
  return toEntryAt(context, brief, 'row');
}

/** An entry that stands large, as the first of its page where `first` says so. */
export function toLargeEntry(
  context: ViewContext,
  brief: Brief,
  place: PicturePlace,
  { first = false } = {},
): StoryEntry {
  const { picture, ...entry } = toEntryAt(context, brief, place);
  return picture ? { ...entry, picture: first ? asFirst(picture) : picture } : entry;
}

function toEntryAt(context: ViewContext, brief: Brief, place: PicturePlace): StoryEntry {
  const { address, language, title, summary, date, section, picture } = brief;
  const status = statusText(brief, wordsOf(language));
  return {
    href: toHref(context, address),
    headline: title,
    ...(summary === '' ? {} : { summary: shorten(summary) }),
    date: toDayText(date, language),
    ...(status === undefined ? {} : { status }),
    ...(section
      ? {
          section: {
            text: inLanguage(context, section.names, language),
            href: toHref(context, listAddress.section(editionOf(context, brief), section.slug)),
          },
        }
      : {}),
    ...(picture
      ? { picture: toPictureView(context, picture.info, { alt: picture.alt, place }) }
      : {}),
  };
}

/** An entry where all around it are of its section. */
export function withoutSection({ section: _, ...entry }: StoryEntry): StoryEntry {
  return entry;
}

/** At most 300 characters, cut between words and marked with an ellipsis. */
export function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= 300) return text;
  return `${characters
    .slice(0, 299)
    .join('')
    .replace(/\s+\S{0,30}$/u, '')
    .trimEnd()}…`;
}
