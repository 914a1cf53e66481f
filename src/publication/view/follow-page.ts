import type { Named } from '../../content/article/article.ts';
import { feedAddress, feedListsOf } from '../edition/feed-addresses.ts';
import { isReplaced, listAddress } from '../edition/list-addresses.ts';
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

interface FedList {
  readonly address: string;
  /** Absent for the edition. */
  readonly group?: Named;
  readonly isAuthor?: boolean;
}

/** What the page of an edition about ways to follow it is made from. */
export interface FollowInputs {
  readonly language: string;
  /** The lists with feeds, other than topics, of which there are many. */
  readonly feeds: readonly FedList[];
}

/** The page that says how to follow the publication; empty without `follow:` in publication.yaml. */
export function planFollowPage(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'follow', FollowInputs>[] {
  if (!hasFollow(context) || isReplaced('follow', edition)) return [];
  const lists = feedListsOf(edition, context.settings).filter(({ kind }) => kind !== 'topic');
  const feeds = lists.map(({ address, group, kind }) => ({
    address,
    ...(group && { group: { slug: group.slug, names: group.names } }),
    ...(kind === 'author' && { isAuthor: true }),
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
  const part = (text: string, id: string, lists: readonly FedList[]) => {
    const items = lists.map(({ address, group }) => ({
      text: group ? inLanguage(context, group.names, language) : name,
      href: toHref(context, feedAddress(address, 'rss')),
      count: 'RSS',
    }));
    return items.length > 0 ? [{ letter: { text, id }, items }] : [];
  };
  const [authors, others] = [true, false].map((isAuthor) =>
    feeds.filter((list) => (list.isAuthor ?? false) === isAuthor),
  );
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
      ...part(words.page.feeds, 'ui-feeds', others ?? []),
      ...part(words.people.authors, 'ui-authors', authors ?? []),
    ],
    links:
      context.siteUrl === undefined
        ? []
        : [{ text: words.feeds.list, href: toHref(context, noticeAddress.feedList) }],
  };
}
