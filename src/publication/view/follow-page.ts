import type { Named } from '../../content/article/article.ts';
import { feedAddress, feedListsOf } from '../edition/feed-addresses.ts';
import { isReplaced, listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { noticeAddress } from '../edition/site-files.ts';
import { servicesOf } from './follow-services.ts';
import type { IndexPage, IndexPart } from './index-page.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell } from './shell.ts';
import { describeNames } from './story-entry.ts';
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
  /** Absent for the edition and its sections. */
  readonly kind?: 'author' | 'story';
}

/** What the page of an edition about ways to follow it is made from. */
export interface FollowInputs {
  readonly language: string;
  /** The lists with feeds, other than topics, of which there are many, and closed stories. */
  readonly feeds: readonly FedList[];
}

/** The page that says how to follow the publication; empty without `follow:` in publication.yaml. */
export function planFollowPage(
  context: ViewContext,
  edition: Edition,
): PlannedPage<'follow', FollowInputs>[] {
  if (!hasFollow(context) || isReplaced('follow', edition)) return [];
  const closed = new Set(
    edition.runningStories
      .filter(({ state }) => state === 'closed')
      .map(({ slug }) => listAddress.story(edition, slug)),
  );
  const lists = feedListsOf(edition, context.settings).filter(
    ({ kind, address }) => kind !== 'topic' && !closed.has(address),
  );
  const feeds = lists.map(({ address, group, kind }) => ({
    address,
    ...(group && { group: { slug: group.slug, names: group.names } }),
    ...((kind === 'author' || kind === 'story') && { kind }),
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
  const words = wordsOf(context, language);
  const name = inLanguage(context, context.settings.name, language);
  const { title } = words.follow;
  const services = servicesOf(context, edition);
  const part = (text: string, id: string, lists: readonly FedList[]): IndexPart[] => {
    const items = lists.map(({ address, group }) => ({
      text: group ? inLanguage(context, group.names, language) : name,
      href: toHref(context, feedAddress(address, 'rss')),
      count: 'RSS',
    }));
    return items.length > 0 ? [{ heading: { text, id }, items }] : [];
  };
  const feedsOf = (wanted: FedList['kind']) => feeds.filter(({ kind }) => kind === wanted);
  return {
    shell: createShell(context, {
      edition,
      address: listAddress.follow(edition),
      title,
      description: describeNames([name, ...services.map(({ text }) => text)]),
      subject: { kind: 'list' },
    }),
    heading: title,
    parts: [
      { items: services },
      ...part(words.page.feeds, 'ui-feeds', feedsOf(undefined)),
      ...part(words.stories.title, 'ui-stories', feedsOf('story')),
      ...part(words.people.authors, 'ui-authors', feedsOf('author')),
    ],
    links:
      context.siteUrl === undefined
        ? []
        : [{ text: words.feeds.list, href: toHref(context, noticeAddress.feedList) }],
  };
}
