import { toNameSlug } from '../../content/article/slug.ts';
import { editionLists } from './list-addresses.ts';
import type { Edition, Publication } from './publication.ts';

/** The address that a section or topic would have under another name. */
export interface GroupAlias {
  readonly alias: string;
  readonly address: string;
  /** Whether the list has feeds. */
  readonly hasFeeds: boolean;
  readonly names: Readonly<Record<string, string>>;
  readonly language: string;
}

/** `aka: [PRC]` of the topic China -> `/topic/prc/`, which redirects to `/topic/china/`. */
export function groupAliases(
  edition: Edition,
  settings: Publication['settings'],
): GroupAlias[] {
  const { language } = edition;
  return editionLists(edition, settings).flatMap(({ address, group, hasFeeds = false }) =>
    [...new Set((group?.aka ?? []).map(toNameSlug))]
      .filter((slug) => slug !== group?.slug)
      .map((slug) => ({
        alias: `${address.slice(0, -`${group?.slug}/`.length)}${slug}/`,
        ...{ address, hasFeeds, names: group?.names ?? {}, language },
      })),
  );
}
