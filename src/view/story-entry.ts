import type { Article } from '../article/article.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { statusOf } from './article-meta.ts';
import { type DateText, toDayText } from './date-text.ts';
import { asFirst, type PicturePlace, type PictureView, toPicture } from './picture-view.ts';
import type { Link } from './shell.ts';
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

const entries = new WeakMap<ViewContext, Map<Article, StoryEntry>>();

/** The entry of an article: made once, since an article stands in many lists. */
export function toEntry(context: ViewContext, article: Article): StoryEntry {
  const own = entries.get(context) ?? new Map<Article, StoryEntry>();
  entries.set(context, own);
  const known = own.get(article);
  if (known) return known;
  const entry = createEntry(context, article);
  own.set(article, entry);
  return entry;
}

function createEntry(context: ViewContext, article: Article): StoryEntry {
  const { language, section } = article;
  const summary = article.summary ?? article.body.lede;
  const picture = toPicture(context, article, 'row');
  const status = statusOf(context, article, wordsOf(language));
  return {
    href: toHref(context, article.address),
    headline: article.title,
    ...(summary === '' ? {} : { summary: shorten(summary) }),
    date: toDayText(article.date, language),
    ...(status === undefined ? {} : { status }),
    ...(section
      ? {
          section: {
            text: inLanguage(context, section.names, language),
            href: toHref(
              context,
              listAddress.section(editionOf(context, article), section.slug),
            ),
          },
        }
      : {}),
    ...(picture ? { picture } : {}),
  };
}

/** An entry that stands large, as the first of its page where `first` says so. */
export function toLargeEntry(
  context: ViewContext,
  article: Article,
  place: PicturePlace,
  { first = false } = {},
): StoryEntry {
  const entry = toEntry(context, article);
  const picture = toPicture(context, article, place);
  return picture ? { ...entry, picture: first ? asFirst(picture) : picture } : entry;
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
