import type { SourceFile } from '../draft.ts';
import { decodeFeed } from './decode-feed.ts';
import { kindOfFeed } from './kind-of-feed.ts';

/** Whether a file is RSS (0.9x, 1.0, 2.0), Atom, a JSON Feed or a WordPress export. */
export function isFeed(file: SourceFile): boolean {
  // A character may be cut in two at the end, which a strict decoder would take for a fault.
  const head = { ...file, bytes: file.bytes.subarray(0, 20_000) };
  return kindOfFeed(decodeFeed(head).text) !== undefined;
}
