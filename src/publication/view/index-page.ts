import type { Named } from '../../content/article/article.ts';
import { toInitials } from '../../language/initials.ts';
import { formatCount } from '../../language/plural.ts';
import type { Words } from '../../language/words.ts';
import { compareText } from '../edition/compare-text.ts';
import { isReplaced, listAddress } from '../edition/list-addresses.ts';
import type { Edition, Group, RunningStoryGroup } from '../edition/publication.ts';
import { noticeAddress } from '../edition/site-files.ts';
import { nameIn } from './credit-view.ts';
import type { Link } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import { describeNames } from './story-entry.ts';
import {
  byName,
  editionOf,
  inLanguage,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** A page that lists all sections, topics or authors of an edition, each with its number of articles. */
export interface IndexPage {
  readonly shell: Shell;
  readonly heading: string;
  /** Links to the letters of a long index. */
  readonly letters?: { readonly label: string; readonly links: readonly Link[] };
  /** The letters of a long index, the states of stories or years; else one part without a heading. */
  readonly parts: readonly IndexPart[];
  /** The years of a long archive, which are also in `parts`. Newest first. */
  readonly decades?: readonly Decade[];
  readonly links: readonly Link[];
}

/** Ten years, from one that ends with 0. */
export interface Decade {
  readonly heading: string;
  readonly count: string;
  /** Oldest first, in ten columns. Years without articles have no `href`. */
  readonly years: readonly {
    readonly year: string;
    readonly text?: string;
    readonly href?: string;
    /** Its number of articles. */
    readonly count?: string;
  }[];
}

export interface IndexPart {
  readonly heading?: { readonly text: string; readonly id: string; readonly href?: string };
  readonly items: readonly (Link & { readonly count: string; readonly rel?: string })[];
}

/** An index of names with more of them is divided into letters. */
const undivided = 30;

/** What a page that lists sections, topics or authors is made from. */
export interface IndexInputs {
  readonly language: string;
  readonly kind: 'sections' | 'topics' | 'authors' | 'stories';
  readonly groups: readonly (Named & {
    readonly count: number;
    /** Of a running story: whether it has ended. */
    readonly closed?: boolean;
  })[];
}

/** The pages that list an edition's sections, in menu order, its topics and its authors, by name. */
export function planIndexPages(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'index', IndexInputs>[] {
  const { language, sections, topics, authors, runningStories } = edition;
  const plan = (
    kind: IndexInputs['kind'],
    groups: readonly (Group & { readonly state?: RunningStoryGroup['state'] })[],
  ) => ({
    address: listAddress[kind](edition),
    page: 'index' as const,
    inputs: {
      language,
      kind,
      groups: groups.map(({ slug, names, articles, state }) => ({
        ...{ slug, names },
        count: articles.length,
        closed: state === 'closed' ? true : undefined,
      })),
    },
  });
  const plans = [
    ...(sections.length === 0 ? [] : [plan('sections', sections)]),
    ...(topics.length === 0 ? [] : [plan('topics', byName(context, language, topics))]),
    ...(authors.length === 0 ? [] : [plan('authors', byName(context, language, authors))]),
    ...(runningStories.length === 0
      ? []
      : [plan('stories', runningStories.toSorted(newestFirst))]),
  ];
  return plans.filter(({ inputs: { kind } }) => !isReplaced(kind, edition));
}

export function createIndexPage(
  context: ViewContext,
  { language, kind, groups }: IndexInputs,
): IndexPage {
  const edition = editionOf(context, { language });
  const words = wordsOf(context, language);
  const { heading, addressOf } = {
    sections: { heading: words.lists.allSections, addressOf: listAddress.section },
    topics: { heading: words.lists.allTopics, addressOf: listAddress.topic },
    authors: { heading: words.people.authors, addressOf: listAddress.author },
    stories: { heading: words.stories.title, addressOf: listAddress.story },
  }[kind];
  const items = groups.map(({ slug, names, count }) => ({
    ...nameIn(language, inLanguage(context, names, language)),
    href: toHref(context, addressOf(edition, slug)),
    count: formatCount(count, words.lists.numberOfArticles, words),
  }));
  return {
    shell: createShell(context, {
      edition,
      address: listAddress[kind](edition),
      title: heading,
      description: describeNames(items.map(({ text }) => text)),
      subject: { kind: 'list' },
    }),
    heading,
    ...(kind === 'stories'
      ? { parts: byState(items, groups, words) }
      : kind === 'sections' || items.length <= undivided
        ? { parts: [{ items }] }
        : toParts(items, words, language)),
    links: [
      { text: words.lists.allArticles, href: toHref(context, listAddress.all(edition)) },
      ...(context.siteUrl === undefined
        ? []
        : [{ text: words.feeds.list, href: toHref(context, noticeAddress.feedList) }]),
    ],
  };
}

/** Running stories that go on, then those that have ended. */
function byState(
  items: IndexPart['items'],
  groups: IndexInputs['groups'],
  words: Words,
): IndexPart[] {
  const { open, closed } = words.stories;
  const parts = [
    {
      heading: { text: open, id: 'ui-open' },
      items: items.filter((_, n) => !groups[n]?.closed),
    },
    {
      heading: { text: closed, id: 'ui-closed' },
      items: items.filter((_, n) => groups[n]?.closed),
    },
  ].filter(({ items }) => items.length > 0);
  return parts.length === 1 ? [{ items }] : parts;
}

/** Those with the newest articles first. */
function newestFirst(a: Group, b: Group): number {
  const start = ({ articles: [newest] }: Group) => newest?.start ?? 0;
  return start(b) - start(a) || compareText(a.slug, b.slug);
}

/** Divides the items of an index into letters, with links to them. */
function toParts(
  items: IndexPart['items'],
  { lists }: Words,
  language: string,
): Pick<IndexPage, 'letters' | 'parts'> {
  const parts = toInitials(items, ({ text }) => text, language).map(({ letter, items }) => ({
    heading: { text: letter, id: letterId(letter) },
    items,
  }));
  return {
    letters: {
      label: lists.byLetter,
      links: parts.map(({ heading: { text, id } }) => ({
        text,
        href: `#${encodeURIComponent(id)}`,
      })),
    },
    parts,
  };
}

/** `A` -> `ui-letter-A`, `5 畫` -> `ui-letter-5` */
function letterId(letter: string): string {
  return `ui-letter-${letter.replace(/[ –].*/u, '')}`;
}
