import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeCopy } from '../article/decode-copy.ts';
import { publishedCopy } from '../article/published-copy.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import { parseSettings } from '../publication/settings.ts';

/**
 * The Markdown of a published copy, by its path below the content folder, as it is shown to
 * everybody: `addresses` says where its links and pictures lead. Throws where the file is gone since it was read.
 */
export function loadCopyText(
  path: string,
  addresses: Parameters<typeof publishedCopy>[1],
): string {
  const { settings } = parseSettings(process.env, 0);
  const bytes = readFileSync(pathOnDisk(resolve(settings.contentDir), path));
  const { text, problem } = decodeCopy(bytes, path);
  if (text === undefined) throw new Error(`${path} changed during the build: ${problem?.got}`);
  return publishedCopy(text, addresses);
}
