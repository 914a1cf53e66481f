import { isVoiced } from '../../content/article/genre.ts';
import { truncateSentences, truncateWords } from '../../language/truncate.ts';
import { joinedAuthors } from './article-meta.ts';
import { nameIn, type TextPart } from './credit-view.ts';
import { type DateText, toDayText } from './date-text.ts';
import { type Kicker, kickerOf } from './kicker.ts';
import { asFirst, type PicturePlace, type PictureView, toPictureView } from './picture-view.ts';
import type { Brief, StoryStatus } from './story-inputs.ts';
import { inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** An article as a list prints it. */
export interface StoryEntry {
  readonly href: string;
  readonly headline: string;
  readonly summary?: string;
  readonly date: DateText;
  /** Only if it is of another day than `date`. */
  readonly updated?: DateText & { readonly label: string };
  readonly authors?: {
    readonly parts: readonly TextPart[];
    /** Whether they come before the headline, as in an opinion. */
    readonly first: boolean;
  };
  /** Only in the dev preview: why the article is not published. */
  readonly status?: string;
  readonly kicker?: Kicker;
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
  const { address, language, title, summary, date, updated, picture } = brief;
  const words = wordsOf(context, language);
  return {
    href: toHref(context, address),
    headline: title,
    summary: summary === '' ? undefined : truncateSentences(summary, maxSummary, language),
    date: toDayText(date, language),
    updated: updated && { label: words.article.updated, ...toDayText(updated, language) },
    authors: authorsOf(context, brief),
    status: statusText(brief, words),
    kicker: kickerOf(context, brief),
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

/** How many authors a list names. */
const maxAuthors = 3;

/** The authors of an article in a list. The publication itself is not named as one. */
function authorsOf(
  context: ViewContext,
  { authors, genre, language }: Brief,
): StoryEntry['authors'] {
  const publication = inLanguage(context, context.settings.name, language);
  const names = authors.filter((name) => name !== publication);
  if (names.length === 0) return undefined;
  const shown = names.slice(0, maxAuthors).map((name) => nameIn(language, name));
  const parts = joinedAuthors(shown, language);
  if (names.length > maxAuthors) parts.push({ text: ' …' });
  return { parts, first: isVoiced(genre) };
}

/** For a list in which all entries are of one section. */
export function withoutSection({ kicker, ...entry }: StoryEntry): StoryEntry {
  const { section: _, ...others } = kicker ?? {};
  return others.genre || others.text ? { ...entry, kicker: others } : entry;
}

/** For the list of the only author of an article. */
export function withoutAuthors({ authors: _, ...entry }: StoryEntry): StoryEntry {
  return entry;
}

/** How many headlines describe a list. */
const described = 3;

/** The description of a list: its first headlines. Undefined for an empty list. */
export function describeList(
  articles: readonly { readonly title: string }[],
): string | undefined {
  return describeNames(articles.slice(0, described).map(({ title }) => title));
}

/** The description of a list of names: as many as fit. Undefined if there are none. */
export function describeNames(names: readonly string[]): string | undefined {
  return names.length === 0
    ? undefined
    : truncateWords(names.slice(0, 40).join(' · '), maxSummary);
}

/** What a list without articles says. */
export interface EmptyText {
  readonly title: string;
  readonly explanation: string;
}

export function emptyText(context: ViewContext, language: string): EmptyText {
  const { emptyTitle, emptyExplanation } = wordsOf(context, language).lists;
  return { title: emptyTitle, explanation: emptyExplanation };
}

/** The maximum characters of a summary in lists and descriptions. */
export const maxSummary = 300;
