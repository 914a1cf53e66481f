import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputFolders } from '../hosting/output-folders.ts';
import { parseAddressList } from '../links/parse-address-list.ts';
import { CommandError } from './command-error.ts';

/** `/2026/01/06/a-bridge/`, of any edition. */
const articleAddress = /^\/(?:[^/]+\/)?\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/u;

/**
 * Refuses to replace a site that has articles by one that has none. `staging` holds the new one
 * with the list of stories that a route has left there; `outDir` is what is published.
 *
 * @throws {CommandError}
 */
export async function refuseEmpty(staging: string, outDir: string): Promise<void> {
  const { stories } = JSON.parse(await readFile(join(staging, 'stories.json'), 'utf8')) as {
    stories: { address: string }[];
  };
  if (stories.some(({ address }) => articleAddress.test(address))) return;
  const { out } = await outputFolders(outDir);
  const list = await readFile(`${out}-hosting/files.json`, 'utf8').catch(() => undefined);
  const before = list === undefined ? [] : (parseAddressList(list, '/') ?? []);
  const count = before.filter(({ address }) => articleAddress.test(address)).length;
  if (count === 0) return;
  throw new CommandError(
    `build: expected articles to publish, got none, and the site in ${outDir} has ${count} ${count === 1 ? 'page' : 'pages'} of articles; see that CONTENT_DIR is right and complete, or build with --allow-empty. Nothing was published.`,
  );
}
