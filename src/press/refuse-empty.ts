import { readFile } from 'node:fs/promises';
import type { Publication } from '../edition/publication.ts';
import { HostingError } from '../hosting/hosting-error.ts';
import { parseAddressList } from '../links/parse-address-list.ts';

/** `/2026/01/06/a-bridge/`, of any edition. */
const articleAddress = /^\/(?:[^/]+\/)?\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/u;

/**
 * Refuses to replace a site that has articles by one that has none. `out` is where the old one is,
 * `outDir` what the user calls it.
 *
 * @throws {HostingError}
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
    `build: expected articles to publish, got none, and the site in ${outDir} has ${count} ${count === 1 ? 'page' : 'pages'} of articles; see that CONTENT_DIR is right and complete, or build with --allow-empty. Nothing was published.`,
  );
}
