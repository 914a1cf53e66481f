import { quote } from '../../system/problems/format-problem.ts';
import type { Problem } from '../../system/problems/problem.ts';
import type { ListedAddress } from './parse-address-list.ts';
import type { StoryAddress } from './story-address.ts';

export interface LostOptions {
  /** What was published, and the list as shown in problems. */
  readonly before: readonly ListedAddress[];
  readonly list: string;
  /** What is published now. */
  readonly stories: readonly StoryAddress[];
  /** Folders of editions: `/`, `/ko/`. */
  readonly editions: readonly string[];
  /** The headline under which something was read at an old address, where that is known. */
  readonly headlineOf?: (address: string) => string | undefined;
}

/** Pages that come and go with the articles on them, below the folder of an edition. */
const lists =
  /^(?:|404\.html|(?:section|topic)\/.*|page\/(?:\d+\/)?|(?:search|offline|corrections)\/|credits\/(?:\d+\/)?|\d{4}\/(?:\d{2}\/(?:page\/\d+\/)?)?|\d{4}\/\d{2}\/\d{2}\/[^/]+\/history\/)$/u;

/**
 * Addresses of articles and texts that were published, and lead nowhere now: links to them are
 * broken. A warning for each, with the file that its article has probably become.
 */
export function findLostAddresses(options: LostOptions): Problem[] {
  const { before, list, stories } = options;
  const here = new Set(
    stories.flatMap(({ address, aliases }) => [address, ...aliases].map(plain)),
  );
  const editions = options.editions.toSorted((a, b) => b.length - a.length);
  const known = new Set(before.map(({ address }) => plain(address)));
  const added = stories.filter(({ address }) => !known.has(plain(address)));
  return before
    .filter(({ address }) => !here.has(plain(address)) && !isList(address, editions))
    .map(({ address, line }) => {
      const headline = options.headlineOf?.(address);
      const heir = findHeir(address, headline, added, editions);
      return {
        severity: 'warning',
        file: list,
        line: line(),
        column: 1,
        field: 'aliases',
        message: `published URL no longer exists: ${address}${headline ? ` (${quote(headline)})` : ''}`,
        cure: heir
          ? `write \`aliases: [${JSON.stringify(address)}]\` in ${heir.file}, its probable replacement`
          : `write \`aliases: [${JSON.stringify(address)}]\` in the file of its replacement`,
      } as const;
    });
}

/** Hosts and file systems do not tell case apart, nor the slash at the end. */
function plain(address: string): string {
  return address
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?:\/index\.html|\/)$/u, '');
}

function isList(address: string, editions: readonly string[]): boolean {
  return lists.test(split(address, editions).rest);
}

function split(address: string, editions: readonly string[]) {
  const edition = editions.find((folder) => address.startsWith(folder)) ?? '/';
  return { edition, rest: address.slice(edition.length) };
}

/** What is new and has its headline, its slug, or alone its day, in the same edition. */
function findHeir(
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
