import type { Named } from '../../content/article/article.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition, Group } from '../edition/publication.ts';
import { noticeAddress } from '../edition/site-files.ts';
import { nameIn } from './credit-view.ts';
import type { Link } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import {
  editionOf,
  inLanguage,
  toHref,
  topicsByName,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** A page that lists all sections or all topics of an edition, each with its number of articles. */
export interface IndexPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly items: readonly (Link & { readonly count: string })[];
  readonly links: readonly Link[];
}

/** What a page that lists sections or topics is made from. */
export interface IndexInputs {
  readonly language: string;
  readonly kind: 'sections' | 'topics';
  readonly groups: readonly (Named & { readonly count: number })[];
}

/** The pages that list an edition's sections, in menu order, and its topics, by name. */
export function planIndexPages(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'index', IndexInputs>[] {
  const { language, sections, topics } = edition;
  const plan = (kind: IndexInputs['kind'], groups: readonly Group[]) => ({
    address: listAddress[kind](edition),
    page: 'index' as const,
    inputs: {
      language,
      kind,
      groups: groups.map(({ slug, names, articles }) => ({
        ...{ slug, names },
        count: articles.length,
      })),
    },
  });
  return [
    ...(sections.length === 0 ? [] : [plan('sections', sections)]),
    ...(topics.length === 0 ? [] : [plan('topics', topicsByName(context, edition))]),
  ];
}

export function createIndexPage(
  context: ViewContext,
  { language, kind, groups }: IndexInputs,
): IndexPage {
  const edition = editionOf(context, { language });
  const words = wordsOf(language);
  const { allSections, allTopics } = words.lists;
  const heading = kind === 'sections' ? allSections : allTopics;
  const addressOf = kind === 'sections' ? listAddress.section : listAddress.topic;
  return {
    shell: createShell(context, {
      edition,
      address: listAddress[kind](edition),
      title: heading,
      subject: { kind: 'list' },
    }),
    heading,
    items: groups.map(({ slug, names, count }) => ({
      ...nameIn(language, inLanguage(context, names, language)),
      href: toHref(context, addressOf(edition, slug)),
      count: words.lists.numberOfArticles(count),
    })),
    links: [
      { text: words.lists.allArticles, href: toHref(context, listAddress.all(edition)) },
      ...(context.siteUrl === undefined
        ? []
        : [{ text: words.feeds.list, href: toHref(context, noticeAddress.feedList) }]),
    ],
  };
}
