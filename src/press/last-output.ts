import { readFile } from 'node:fs/promises';
import { HostingError } from '../hosting/hosting-error.ts';
import type { Publication } from '../publication/edition/publication.ts';
import {
  findLostAddresses,
  listStoryAddresses,
} from '../publication/links/find-lost-addresses.ts';
import { oldHeadline } from '../publication/links/old-headline.ts';
import { parseAddressList } from '../publication/links/parse-address-list.ts';
import { callOf } from '../system/cache/call-of.ts';
import { terminal } from '../system/terminal/terminal.ts';

/** Addresses that are reported one by one. */
const maxReported = 10;

/**
 * Warns of published URLs of the last build, whose site is in `out`, that the new site no longer
 * has. `outDir` is that folder as the user names it.
 */
export async function reportLostAddresses(
  publication: Publication,
  { out, outDir }: { readonly out: string; readonly outDir: string },
): Promise<void> {
  const list = `${outDir}-hosting/files.json`;
  const text = await readFile(`${out}-hosting/files.json`, 'utf8').catch(() => undefined);
  // It is missing before the first build, or where somebody has deleted it.
  const before = text === undefined ? undefined : parseAddressList(text, '/');
  if (before === undefined) return;
  const lost = findLostAddresses({
    before,
    list,
    stories: listStoryAddresses(publication),
    editions: publication.editions.map(({ path }) => path),
    headlineOf: (address) => oldHeadline(out, address),
  });
  for (const problem of lost.slice(0, maxReported)) terminal().problem(problem);
  if (lost.length > maxReported) {
    terminal().warn(
      `… and ${lost.length - maxReported} more addresses; save ${list} as FILE and list them all with ${callOf('check', '--since FILE')}`,
    );
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
export async function refuseEmpty(
  { editions }: Publication,
  { out, outDir }: { readonly out: string; readonly outDir: string },
): Promise<void> {
  if (editions.some(({ articles }) => articles.length > 0)) return;
  const list = await readFile(`${out}-hosting/files.json`, 'utf8').catch(() => undefined);
  const before = list === undefined ? [] : (parseAddressList(list, '/') ?? []);
  const count = before.filter(({ address }) => articleAddress.test(address)).length;
  if (count === 0) return;
  throw new HostingError(
    `build: expected articles to publish, got none, but the site in ${outDir} has ${count} article ${count === 1 ? 'page' : 'pages'}; check that CONTENT_DIR is correct and complete, or build with --allow-empty. Nothing was published.`,
  );
}
