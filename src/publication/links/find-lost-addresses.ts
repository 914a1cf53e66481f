import { quote } from '../../system/problems/format-problem.ts';
import type { Problem } from '../../system/problems/problem.ts';
import { isListPath } from '../edition/list-addresses.ts';
import type { Publication } from '../edition/publication.ts';
import type { ListedAddress } from './parse-address-list.ts';

/** The address of a published story, and its aliases. */
export interface StoryAddress {
  readonly address: string;
  /** As shown in problems: `content/bridge.md`. */
  readonly file: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** The addresses of all published stories, in the order of their files, and of pages of the theme. */
export function listStoryAddresses({ byPath, themePages = [] }: Publication): StoryAddress[] {
  return [
    ...[...byPath.values()].map(({ address, file, title, aliases }) => ({
      ...{ address, file, title, aliases },
    })),
    ...themePages.map(({ address, file, name }) => ({
      ...{ address, file, title: name, aliases: [] },
    })),
  ];
}

export interface LostOptions {
  /** The addresses that were published before. */
  readonly before: readonly ListedAddress[];
  /** The file that lists them, as shown in problems. */
  readonly list: string;
  /** The stories that are published now. */
  readonly stories: readonly StoryAddress[];
  /** Folders of editions: `/`, `/ko/`. */
  readonly editions: readonly string[];
  /** Gives the headline that a page at an old address had, if it is known. */
  readonly headlineOf?: (address: string) => string | undefined;
}

/**
 * Finds addresses of stories that no longer exist, so that links to them are broken. Each is a
 * warning that names the file of its probable replacement.
 */
export function findLostAddresses(options: LostOptions): Problem[] {
  const { before, list, stories } = options;
  const existing = new Set(
    stories.flatMap(({ address, aliases }) => [address, ...aliases].map(normalize)),
  );
  const editions = options.editions.toSorted((a, b) => b.length - a.length);
  const known = new Set(before.map(({ address }) => normalize(address)));
  const added = stories.filter(({ address }) => !known.has(normalize(address)));
  return before
    .filter(({ address }) => !existing.has(normalize(address)) && !isList(address, editions))
    .map(({ address, line }) => {
      const headline = options.headlineOf?.(address);
      const replacement = findReplacement(address, headline, added, editions);
      return {
        severity: 'warning',
        file: list,
        line: line(),
        column: 1,
        field: 'aliases',
        message: `published URL no longer exists: ${address}${headline ? ` (${quote(headline)})` : ''}`,
        cure: replacement
          ? `write \`aliases: [${JSON.stringify(address)}]\` in ${replacement.file}, its probable replacement`
          : `write \`aliases: [${JSON.stringify(address)}]\` in the file of its replacement`,
      } as const;
    });
}

/** For comparing addresses: some hosts ignore the case and the slash at the end. */
function normalize(address: string): string {
  return address
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?:\/index\.html|\/)$/u, '');
}

function isList(address: string, editions: readonly string[]): boolean {
  return isListPath(split(address, editions).rest);
}

function split(address: string, editions: readonly string[]) {
  const edition = editions.find((folder) => address.startsWith(folder)) ?? '/';
  return { edition, rest: address.slice(edition.length) };
}

/** The new story of the same edition with the same headline, else the slug, else the only one of the day. */
function findReplacement(
  address: string,
  headline: string | undefined,
  added: readonly StoryAddress[],
  editions: readonly string[],
): StoryAddress | undefined {
  const old = partsOf(address, editions);
  const own = added.filter((story) => partsOf(story.address, editions).edition === old.edition);
  const ofDay = own.filter(
    (story) => old.day !== undefined && partsOf(story.address, editions).day === old.day,
  );
  return (
    own.find(({ title }) => headline !== undefined && title === headline) ??
    own.find((story) => partsOf(story.address, editions).slug === old.slug) ??
    (ofDay.length === 1 ? ofDay[0] : undefined)
  );
}

function partsOf(address: string, editions: readonly string[]) {
  const { edition, rest } = split(address, editions);
  return {
    edition,
    day: /^\d{4}\/\d{2}\/\d{2}(?=\/)/u.exec(rest)?.[0],
    slug: rest.replace(/\/$/u, '').split('/').at(-1),
  };
}
