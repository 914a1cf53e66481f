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
  readonly before: Iterable<ListedAddress>;
  /** The file that lists them, as shown in problems. */
  readonly list: string;
  /** The stories that are published now. */
  readonly stories: readonly StoryAddress[];
  /** Folders of editions: `/`, `/ko/`. */
  readonly editions: readonly string[];
  /** Gives the headline that a page at an old address had, if it is known. */
  readonly headlineOf?: (address: string) => string | undefined;
  /** At most so many become problems. Default: all. */
  readonly limit?: number;
}

/** Lost addresses: problems up to the limit, and how many there are. */
export interface LostAddresses {
  readonly problems: readonly Problem[];
  readonly count: number;
}

/**
 * Finds addresses of stories that no longer exist, so that links to them are broken. Each is a
 * warning that names the file of its probable replacement.
 */
export function findLostAddresses(options: LostOptions): LostAddresses {
  const { before, list, stories, limit = Number.POSITIVE_INFINITY } = options;
  const existing = new Set<string>();
  for (const { address, aliases } of stories) {
    existing.add(normalize(address));
    for (const alias of aliases) existing.add(normalize(alias));
  }
  const editions = options.editions.toSorted((a, b) => b.length - a.length);
  const known = new Set<string>();
  const lost: ListedAddress[] = [];
  for (const listed of before) {
    const normal = normalize(listed.address);
    if (existing.has(normal)) known.add(normal);
    else if (!isList(listed.address, editions)) lost.push(listed);
  }
  if (lost.length === 0) return { problems: [], count: 0 };
  const replacementOf = createReplacements(
    stories.filter(({ address }) => !known.has(normalize(address))),
    editions,
  );
  const problems = lost.slice(0, limit).map(({ address, line }) => {
    const headline = options.headlineOf?.(address);
    const replacement = replacementOf(address, headline);
    return {
      severity: 'warning',
      file: list,
      line,
      column: 1,
      field: 'aliases',
      message: `published URL no longer exists: ${address}${headline ? ` (${quote(headline)})` : ''}`,
      cure: replacement
        ? `write \`aliases: [${JSON.stringify(address)}]\` in ${replacement.file}, its probable replacement`
        : `write \`aliases: [${JSON.stringify(address)}]\` in the file of its replacement`,
    } as const;
  });
  return { problems, count: lost.length };
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

/**
 * Finds the probable replacement of an address among new stories: the first of the same edition with
 * the same headline, else the first with the same slug, else the only one of the day.
 */
function createReplacements(added: readonly StoryAddress[], editions: readonly string[]) {
  const found = new Map<string, StoryAddress[]>();
  const keyOf = (edition: string, what: 'title' | 'slug' | 'day', text: string | undefined) =>
    text === undefined ? undefined : [edition, what, text].join('\n');
  const add = (key: string | undefined, story: StoryAddress) => {
    const others = key === undefined ? undefined : found.get(key);
    if (others) others.push(story);
    else if (key !== undefined) found.set(key, [story]);
  };
  for (const story of added) {
    const { edition, slug, day } = partsOf(story.address, editions);
    add(keyOf(edition, 'title', story.title), story);
    add(keyOf(edition, 'slug', slug), story);
    add(keyOf(edition, 'day', day), story);
  }
  return (address: string, headline: string | undefined): StoryAddress | undefined => {
    const { edition, slug, day } = partsOf(address, editions);
    const all = (key: string | undefined) => (key && found.get(key)) || [];
    const ofDay = all(keyOf(edition, 'day', day));
    return (
      all(keyOf(edition, 'title', headline))[0] ??
      all(keyOf(edition, 'slug', slug))[0] ??
      (ofDay.length === 1 ? ofDay[0] : undefined)
    );
  };
}

function partsOf(address: string, editions: readonly string[]) {
  const { edition, rest } = split(address, editions);
  return {
    edition,
    day: /^\d{4}\/\d{2}\/\d{2}(?=\/)/u.exec(rest)?.[0],
    slug: rest.replace(/\/$/u, '').split('/').at(-1),
  };
}
