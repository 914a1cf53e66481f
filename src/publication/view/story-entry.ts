import { truncateWords } from '../../language/truncate.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { type DateText, toDayText } from './date-text.ts';
import type { Link } from './link.ts';
import { asFirst, type PicturePlace, type PictureView, toPictureView } from './picture-view.ts';
import type { Brief, StoryStatus } from './story-inputs.ts';
import { editionOf, inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** An article as a list prints it. */
export interface StoryEntry {
  readonly href: string;
  readonly headline: string;
  readonly summary?: string;
  readonly date: DateText;
  /** Only in the dev preview: why the article is not published. */
  readonly status?: string;
  readonly section?: Link;
  readonly picture?: PictureView;
}

/** The entry of an article, with a small picture. */
export function toEntry(context: ViewContext, brief: Brief): StoryEntry {
  return toEntryAt(context, brief, 'row');
}

/** An entry whose picture is sized for its place. `first`: it is the first picture of its page. */
export function toLargeEntry(
  context: ViewContext,
  brief: Brief,
  place: PicturePlace,
  { first = false } = {},
): StoryEntry {
  const entry = toEntryAt(context, brief, place);
  return first && entry.picture ? { ...entry, picture: asFirst(entry.picture) } : entry;
}

function toEntryAt(context: ViewContext, brief: Brief, place: PicturePlace): StoryEntry {
  const { address, language, title, summary, date, section, picture } = brief;
  return {
    href: toHref(context, address),
    headline: title,
    summary: summary === '' ? undefined : truncateWords(summary, maxSummary),
    date: toDayText(date, language),
    status: statusText(brief, wordsOf(language)),
    section: section && {
      text: inLanguage(context, section.names, language),
      href: toHref(context, listAddress.section(editionOf(context, brief), section.slug)),
    },
    picture: picture && toPictureView(context, picture.info, { alt: picture.alt, place }),
  };
}

/** In the dev preview: why a story is not published. */
export function statusText(
  { status }: { readonly status?: StoryStatus },
  { page }: ReturnType<typeof wordsOf>,
): string | undefined {
  return status && page[status];
}

/** For a list in which all entries are of one section. */
export function withoutSection({ section: _, ...entry }: StoryEntry): StoryEntry {
  return entry;
}

/** How many headlines describe a list. */
const described = 3;

/** The description of a list: its first headlines. Undefined for an empty list. */
export function describeList(
  articles: readonly { readonly title: string }[],
): string | undefined {
  if (articles.length === 0) return undefined;
  const headlines = articles.slice(0, described).map(({ title }) => title);
  return truncateWords(headlines.join(' · '), maxSummary);
}

/** What a list without articles says. */
export interface EmptyText {
  readonly title: string;
  readonly explanation: string;
}

export function emptyText(language: string): EmptyText {
  const { emptyTitle, emptyExplanation } = wordsOf(language).lists;
  return { title: emptyTitle, explanation: emptyExplanation };
}

/** The maximum characters of a summary in lists and descriptions. */
export const maxSummary = 300;
