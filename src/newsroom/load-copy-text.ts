import { readFileSync } from 'node:fs';
import { decodeCopy } from '../article/decode-copy.ts';
import { publishedCopy } from '../article/published-copy.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import { hashOf } from './read-copies.ts';

/** A file of the content folder (absolute), and the SHA-256 that it had when it was read. */
export interface ReadFile {
  readonly contentDir: string;
  readonly path: string;
  readonly hash: string | undefined;
}

/**
 * The Markdown of a published copy as it is shown to everybody: `addresses` says where its links and
 * pictures lead.
 * @throws {Error} where the file is not as it was read: nothing of a site may be newer than the rest
 */
export function loadCopyText(
  { contentDir, path, hash }: ReadFile,
  addresses: Parameters<typeof publishedCopy>[1],
): string {
  const bytes = readFileSync(pathOnDisk(contentDir, path));
  const { text } = hashOf(bytes) === hash ? decodeCopy(bytes, path) : {};
  if (text === undefined)
    throw new ChangedCopy(
      `${path} was changed during the build; build again. Nothing was published.`,
    );
  return publishedCopy(text, addresses);
}

/** Says that a file changed while a site was made of it. */
export class ChangedCopy extends Error {
  override readonly name = 'ChangedCopy';
}
