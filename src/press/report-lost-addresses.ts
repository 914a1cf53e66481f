import { readFile } from 'node:fs/promises';
import type { Publication } from '../edition/publication.ts';
import { findLostAddresses } from '../links/find-lost-addresses.ts';
import { oldHeadline } from '../links/old-headline.ts';
import { parseAddressList } from '../links/parse-address-list.ts';
import { listStoryAddresses } from '../links/story-address.ts';
import { terminal } from '../terminal/terminal.ts';

/** Addresses that are reported one by one. */
const reported = 10;

/**
 * Warns of addresses of the last build, whose site is in `out`, that the next one no longer has.
 * `outDir` is what the user calls that folder.
 */
export async function reportLostAddresses(
  publication: Publication,
  { out, outDir }: { readonly out: string; readonly outDir: string },
): Promise<void> {
  const list = `${outDir}-hosting/files.json`;
  const text = await readFile(`${out}-hosting/files.json`, 'utf8').catch(() => undefined);
  // The first build, or one whose list somebody has taken away.
  const before = text === undefined ? undefined : parseAddressList(text, '/');
  if (before === undefined) return;
  const lost = findLostAddresses({
    before,
    list,
    stories: listStoryAddresses(publication),
    editions: publication.editions.map(({ path }) => path),
    headlineOf: (address) => oldHeadline(out, address),
  });
  for (const problem of lost.slice(0, reported)) terminal().problem(problem);
  if (lost.length > reported) {
    terminal().warn(
      `… and ${lost.length - reported} more addresses; keep a copy of ${list} and ask for all with npm run check -- --since FILE`,
    );
  }
}
