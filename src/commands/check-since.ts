import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findLostAddresses } from '../links/find-lost-addresses.ts';
import { oldHeadline } from '../links/old-headline.ts';
import { parseAddressList } from '../links/parse-address-list.ts';
import { listStoryAddresses } from '../links/story-address.ts';
import type { Gathered } from '../newsroom/gather-copy.ts';
import type { Problem } from '../problems/problem.ts';
import type { Settings } from '../publication/settings.ts';
import { CommandError } from './command-error.ts';

/**
 * The addresses in a list of what was published that lead nowhere now.
 * @throws {CommandError} where there is no such list
 */
export async function checkSince(
  file: string,
  { published }: Gathered,
  { basePath }: Settings,
): Promise<Problem[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`check: ${file} could not be read (${error.code ?? error.message})`);
  });
  const before = parseAddressList(text, basePath);
  if (before === undefined)
    throw new CommandError(
      `check: ${file}: expected a files.json, or addresses such as /2026/01/06/bridge/ one a line`,
    );
  // The pages themselves, where the list lies beside them still.
  const folder = /^(.+)-hosting[\\/]files\.json$/u.exec(resolve(file))?.[1];
  return findLostAddresses({
    before,
    list: file,
    stories: listStoryAddresses(published),
    editions: published.editions.map(({ path }) => path),
    ...(folder === undefined
      ? {}
      : { headlineOf: (address: string) => oldHeadline(folder, address) }),
  });
}
