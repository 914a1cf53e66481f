import { noticeAddress } from '../edition/feed-addresses.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition, Group } from '../edition/publication.ts';
import type { AddressedPage } from './addressed-page.ts';
import { nameIn } from './credit-view.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** A page that lists all sections or all topics of an edition, with what they hold. */
export interface IndexPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly items: readonly (Link & { readonly count: string })[];
  readonly links: readonly Link[];
}

/** The pages of an edition that list its sections, in menu order, and its topics, by name. */
export function createIndexPages(
  context: ViewContext,
  edition: Edition,
): AddressedPage<IndexPage>[] {
  const { lists } = wordsOf(edition.language);
  const { sections, topics } = edition;
  const compare = new Intl.Collator(edition.language).compare;
  const name = (group: Group) => inLanguage(context, group.names, edition.language);
  const byName = topics.toSorted((a, b) => compare(name(a), name(b)));
  return [
    ...(sections.length === 0
      ? []
      : [
          indexPage(context, edition, {
            address: listAddress.sections(edition),
            heading: lists.allSections,
            groups: sections,
            addressOf: (slug) => listAddress.section(edition, slug),
          }),
        ]),
    ...(topics.length === 0
      ? []
      : [
          indexPage(context, edition, {
            address: listAddress.topics(edition),
            heading: lists.allTopics,
            groups: byName,
            addressOf: (slug) => listAddress.topic(edition, slug),
          }),
        ]),
  ];
}

interface Index {
  readonly address: string;
  readonly heading: string;
  readonly groups: readonly Group[];
  readonly addressOf: (slug: string) => string;
}

function indexPage(
  context: ViewContext,
  edition: Edition,
  { address, heading, groups, addressOf }: Index,
): AddressedPage<IndexPage> {
  const words = wordsOf(edition.language);
  const page: IndexPage = {
    shell: createShell(context, {
      edition,
      address,
      title: heading,
      subject: { kind: 'list' },
    }),
    heading,
    items: groups.map(({ slug, names, articles }) => ({
      ...nameIn(edition.language, inLanguage(context, names, edition.language)),
      href: toHref(context, addressOf(slug)),
      count: words.lists.numberOfArticles(articles.length),
    })),
    links: [
      { text: words.lists.allArticles, href: toHref(context, listAddress.all(edition)) },
      ...(context.siteUrl === undefined
        ? []
        : [{ text: words.feeds.list, href: toHref(context, noticeAddress.feedList) }]),
    ],
  };
  return { address, page };
}

/** Ways from the list of all articles to those of sections and topics. */
export function indexLinks(context: ViewContext, edition: Edition): Link[] {
  const { lists } = wordsOf(edition.language);
  const to = (text: string, address: string) => ({ text, href: toHref(context, address) });
  return [
    ...(edition.sections.length > 0
      ? [to(lists.allSections, listAddress.sections(edition))]
      : []),
    ...(edition.topics.length > 0 ? [to(lists.allTopics, listAddress.topics(edition))] : []),
  ];
}
