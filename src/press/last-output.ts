import { codeOf, HostingError } from '../hosting/hosting-error.ts';
import type { Publication } from '../publication/edition/publication.ts';
import {
  findLostAddresses,
  listStoryAddresses,
} from '../publication/links/find-lost-addresses.ts';
import { oldHeadline } from '../publication/links/old-headline.ts';
import {
  type ListedAddress,
  NoAddressList,
  parseAddressList,
} from '../publication/links/parse-address-list.ts';
import { callOf } from '../system/cache/call-of.ts';
import { readLines } from '../system/cache/text-files.ts';
import { terminal } from '../system/terminal/terminal.ts';

/** Addresses that are reported one by one. */
const maxReported = 10;

/**
 * Warns of published URLs of the last build, whose site is in `out`, that the new site no longer
 * has. `outDir` is that folder as the user names it.
 */
export function reportLostAddresses(
  publication: Publication,
  { out, outDir }: { readonly out: string; readonly outDir: string },
): void {
  const list = `${outDir}-hosting/files.json`;
  const { problems, count } = findLostAddresses({
    before: listedIn(out),
    list,
    stories: listStoryAddresses(publication),
    editions: publication.editions.map(({ path }) => path),
    headlineOf: (address) => oldHeadline(out, address),
    limit: maxReported,
  });
  for (const problem of problems) terminal().problem(problem);
  if (count > maxReported) {
    terminal().warn(
      `… and ${count - maxReported} more addresses; save ${list} as FILE and list them all with ${callOf('check', '--since FILE')}`,
    );
  }
}

/**
 * The pages of the site in `out`. None before the first build, or where somebody has deleted or
 * changed the list.
 */
function* listedIn(out: string): Generator<ListedAddress> {
  try {
    yield* parseAddressList(readLines(`${out}-hosting/files.json`), '/');
  } catch (error) {
    if (!(error instanceof NoAddressList) && codeOf(error) !== 'ENOENT') throw error;
  }
}

/** `/2026/01/06/a-bridge/` in any edition. */
const articleAddress = /^\/(?:[^/]+\/)?\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/u;

/**
 * Refuses to replace a site that has articles with one that has none. `out` is the folder of the
 * old site, `outDir` the same as the user names it.
 *
 * @throws {HostingError} where it would
 */
export function refuseEmpty(
  { editions }: Publication,
  { out, outDir }: { readonly out: string; readonly outDir: string },
): void {
  if (editions.some(({ articles }) => articles.length > 0)) return;
  let count = 0;
  for (const { address } of listedIn(out)) if (articleAddress.test(address)) count += 1;
  if (count === 0) return;
  throw new HostingError(
    `build: expected articles to publish, got none, but the site in ${outDir} has ${count} article ${count === 1 ? 'page' : 'pages'}; check that CONTENT_DIR is correct and complete, or build with --allow-empty. Nothing was published.`,
  );
}
