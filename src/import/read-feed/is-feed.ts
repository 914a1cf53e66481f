import type { SourceFile } from '../draft.ts';
import { decodeFeed } from './decode-feed.ts';
import { kindOfFeed } from './kind-of-feed.ts';

/**
 * Whether a file is RSS (0.9x, 1.0, 2.0), Atom, a JSON Feed, or an export of WordPress, Ghost or
 * Movable Type.
 */
export function isFeed(file: SourceFile): boolean {
  // A character may be cut in two at the end, which a strict decoder would take for a fault.
  const isJson = /^[\s\0\ufeff\xef\xbb\xbf\xff\xfe]*\{/u.test(
    Buffer.from(file.bytes.subarray(0, 200)).toString('latin1'),
  );
  const head = isJson ? file : { ...file, bytes: file.bytes.subarray(0, 20_000) };
  return kindOfFeed(decodeFeed(head).text) !== undefined;
}
