import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { outputFolders } from '../hosting/output-folders.ts';
import { findLostAddresses } from '../links/find-lost-addresses.ts';
import { parseAddressList } from '../links/parse-address-list.ts';
import type { StoryAddress } from '../links/story-address.ts';
import { terminal } from '../terminal/terminal.ts';
import { oldHeadline } from './old-headline.ts';

/** Addresses that are told one by one. */
const told = 10;

/**
 * Says which addresses of the build that stands in `outDir` lead nowhere in the one that is to
 * replace it. `staging` holds that one, with the list of stories that a route has left there,
 * which is taken out.
 */
export async function tellLostAddresses(staging: string, outDir: string): Promise<void> {
  const left = join(staging, 'stories.json');
  const { stories, editions } = JSON.parse(await readFile(left, 'utf8')) as {
    stories: StoryAddress[];
    editions: string[];
  };
  await rm(left);
  const { out } = await outputFolders(outDir);
  const list = `${outDir}-hosting/files.json`;
  const text = await readFile(`${out}-hosting/files.json`, 'utf8').catch(() => undefined);
  // The first build, or one whose list somebody has taken away.
  const before = text === undefined ? undefined : parseAddressList(text, '/');
  if (before === undefined) return;
  const headlineOf = (address: string) => oldHeadline(out, address);
  const lost = findLostAddresses({ before, list, stories, editions, headlineOf });
  for (const problem of lost.slice(0, told)) terminal().problem(problem);
  if (lost.length > told) {
    terminal().warn(
      `… and ${lost.length - told} more addresses; keep a copy of ${list} and ask for all with npm run check -- --since FILE`,
    );
  }
}
