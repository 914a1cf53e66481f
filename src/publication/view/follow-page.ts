import type { Named } from '../../content/article/article.ts';
import { feedAddress, feedListsOf } from '../edition/feed-addresses.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { noticeAddress } from '../edition/site-files.ts';
import { servicesOf } from './follow-services.ts';
import type { IndexPage } from './index-page.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell } from './shell.ts';
import {
  editionOf,
  hasFollow,
  inLanguage,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** What the page of an edition about ways to follow it is made from. */
export interface FollowInputs {
  readonly language: string;
  /** The lists with feeds, other than topics, of which there are many. */
  readonly feeds: readonly { readonly address: string; readonly group?: Named }[];
}

/** The page that says how to follow the publication; empty without `follow:` in publication.yaml. */
export function planFollowPage(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'follow', FollowInputs>[] {
  if (!hasFollow(context)) return [];
  const lists = feedListsOf(edition, context.settings).filter(({ kind }) => kind !== 'topic');
  const feeds = lists.map(({ address, group }) => ({
    address,
    ...(group && { group: { slug: group.slug, names: group.names } }),
  }));
  const { language } = edition;
  return [
    {
      address: listAddress.follow(edition),
      page: 'follow',
      inputs: { language, feeds: context.siteUrl === undefined ? [] : feeds },
    },
  ];
}

export function createFollowPage(
  context: ViewContext,
  { language, feeds }: FollowInputs,
): IndexPage {
  const edition = editionOf(context, { language });
  const words = wordsOf(language);
  const name = inLanguage(context, context.settings.name, language);
  const { title } = words.follow;
  const services = servicesOf(context, edition);
  const ofFeeds = feeds.map(({ address, group }) => ({
    text: group ? inLanguage(context, group.names, language) : name,
    href: toHref(context, feedAddress(address, 'rss')),
    count: 'RSS',
  }));
  return {
    shell: createShell(context, {
      edition,
      address: listAddress.follow(edition),
      title,
      subject: { kind: 'list' },
    }),
    heading: title,
    parts: [
      { items: services },
      ...(ofFeeds.length > 0
        ? [{ letter: { text: words.page.feeds, id: 'ui-feeds' }, items: ofFeeds }]
        : []),
    ],
    links:
      context.siteUrl === undefined
        ? []
        : [{ text: words.feeds.list, href: toHref(context, noticeAddress.feedList) }],
  };
}
