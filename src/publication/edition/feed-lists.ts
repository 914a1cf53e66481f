import { feedAddress, feedFormatNames } from './feed-addresses.ts';
import { listAddress } from './list-addresses.ts';
import type { Edition, Group } from './publication.ts';

/** A list with feeds: of the whole edition, a section or a topic. */
export interface FeedList {
  readonly address: string;
  readonly group?: Group;
}

/** Which groups have their own feeds (`feeds` of `publication.yaml`). */
export type FeedGroups = readonly ('sections' | 'topics')[];

/** The lists of an edition with feeds, the whole edition first. */
export function feedListsOf(edition: Edition, groups: FeedGroups): FeedList[] {
  const sections = groups.includes('sections') ? edition.sections : [];
  const topics = groups.includes('topics') ? edition.topics : [];
  return [
    { address: edition.path },
    ...sections.map((group) => ({ address: listAddress.section(edition, group.slug), group })),
    ...topics.map((group) => ({ address: listAddress.topic(edition, group.slug), group })),
  ];
}

/** The addresses of all feeds of an edition. */
export function feedAddressesOf(edition: Edition, groups: FeedGroups): string[] {
  return feedListsOf(edition, groups).flatMap(({ address }) =>
    feedFormatNames.map((format) => feedAddress(address, format)),
  );
}
