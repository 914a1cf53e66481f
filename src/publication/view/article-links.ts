import type { Article, Story } from '../../content/article/article.ts';
import { directionWithin } from '../../language/direction.ts';
import { languageName } from '../../language/language-name.ts';
import type { Words } from '../../language/words.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { nameIn } from './credit-view.ts';
import type { DateText } from './date-text.ts';
import { type Kicker, kickerOf } from './kicker.ts';
import type { LanguageLink, Link } from './link.ts';
import { toEntry } from './story-entry.ts';
import type { Brief, SeriesPart, StoryInputs } from './story-inputs.ts';
import { type EditionFrame, inLanguage, toHref, type ViewContext } from './view-context.ts';

/** Links under a heading. */
export interface LinkList<L extends Link = Link> {
  readonly title: string;
  readonly links: readonly L[];
}

/** A link to the previous or the next article. */
export interface NeighbourLink extends Link {
  readonly label: string;
  readonly rel: 'prev' | 'next';
  readonly genre?: Kicker['genre'];
}

/** A link to an older article on the same topics, with its day. */
export interface RelatedLink extends Link {
  readonly date: DateText;
  readonly status?: string;
  readonly genre?: Kicker['genre'];
}

/** The navigation between the sections of an article. */
export interface SectionsView {
  readonly label: string;
  readonly links: readonly Link[];
  /** Buttons to the previous and the next section. */
  readonly steps: readonly {
    readonly text: string;
    readonly by: -1 | 1;
    readonly sign: string;
  }[];
}

/** Undefined for a story in one language. */
export function translationLinks(
  context: ViewContext,
  { story, versions }: StoryInputs,
  words: Words,
): LinkList<LanguageLink> | undefined {
  const others = versions.filter(({ address }) => address !== story.address);
  if (others.length === 0) return undefined;
  const links = others.map(({ language, address }) => ({
    text: languageName(language),
    href: toHref(context, address),
    language,
    ...directionWithin(story.language, language),
  }));
  return { title: words.editions.readInOtherLanguages, links };
}

/** Undefined for an article without topics. */
export function topicLinks(
  context: ViewContext,
  edition: EditionFrame,
  { language, topics }: Article,
  words: Words,
): LinkList | undefined {
  if (topics.length === 0) return undefined;
  const links = topics.map(({ slug, names }) => ({
    ...nameIn(language, inLanguage(context, names, language)),
    href: toHref(context, listAddress.topic(edition, slug)),
  }));
  return { title: words.article.topics, links };
}

/** Undefined if no article is related, or only the one that is linked as the previous. */
export function relatedLinks(
  context: ViewContext,
  related: readonly Brief[],
  words: Words,
): LinkList<RelatedLink> | undefined {
  if (related.length === 0) return undefined;
  const links = related.map((brief) => {
    const { headline, href, date, status, kicker } = toEntry(context, brief);
    return { text: headline, href, date, status, genre: kicker?.genre };
  });
  return { title: words.article.moreOnThis, links };
}

/** The articles before and after this one, or the parts of its running story. */
export function neighbourLinks(
  context: ViewContext,
  { series, previous, next }: StoryInputs,
  words: Words,
): NeighbourLink[] {
  const link = (label: string, rel: 'prev' | 'next', other: SeriesPart | undefined) =>
    other
      ? [
          {
            ...{ label, rel, text: other.title, href: toHref(context, other.address) },
            genre: kickerOf(context, other)?.genre,
          },
        ]
      : [];
  if (series?.part !== undefined)
    return [
      ...link(words.stories.previous, 'prev', series.previous),
      ...link(words.stories.next, 'next', series.next),
    ];
  return [
    ...link(words.article.previous, 'prev', previous),
    ...link(words.article.next, 'next', next),
  ];
}

/** A live article without key events lists all its entries if they are not more. */
const maxEntries = 12;

/**
 * The headings of an article, or the key events of a live one below what is before its entries.
 * Undefined if there are none.
 */
export function sectionLinks({ body }: Story, words: Words): SectionsView | undefined {
  const { entries = [], outline } = body;
  const key = entries.filter(({ isKey }) => isKey);
  const few = entries.length > maxEntries ? [] : entries;
  const events = (key.length > 0 ? key : few).filter(({ headline }) => headline !== '');
  const headings = [
    ...outline.filter(({ depth }) => depth === 2),
    ...events.map(({ id, headline }) => ({ id, text: headline })),
  ];
  if (headings.length === 0) return undefined;
  const { previousSection, nextSection } = words.progress;
  return {
    label: key.length > 0 ? words.live.keyEvents : words.article.sections,
    links: headings.map(({ id, text }) => ({ text, href: `#${encodeURIComponent(id)}` })),
    steps: [
      { text: previousSection, by: -1, sign: '↑' },
      { text: nextSection, by: 1, sign: '↓' },
    ],
  };
}
