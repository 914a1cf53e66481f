import { type FetchOptions, RefusedFetch } from '../system/fetch/create-agent.ts';
import { fetchBounded } from '../system/fetch/fetch-bounded.ts';
import type { SourceFile } from './draft.ts';

const BYTES = 10_000_000;
const PICTURE_BYTES = 30_000_000;
const ACCEPT =
  'text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, text/markdown, text/plain, */*;q=0.5';

/**
 * Fetches a page or feed: at most 10 MB (decompressed), 20 seconds and 5 redirects, from the
 * public internet unless `allowPrivate`, and only if robots.txt allows it. Throws a
 * `RefusedFetch` whose message gives the reason. In a module of its own because sources on disk
 * never load it.
 */
export async function fetchSource(url: string, options: FetchOptions): Promise<SourceFile> {
  const fetched = await fetchBounded(url, options, { bytes: BYTES, accept: ACCEPT });
  return { source: url, ...fetched };
}

/** Fetches the bytes of a picture, with the limits of a page but up to 30 MB. */
export async function fetchPicture(url: string, options: FetchOptions): Promise<Uint8Array> {
  const accept = 'image/avif, image/webp, image/png, image/jpeg, image/*;q=0.8';
  const { bytes, contentType } = await fetchBounded(url, options, {
    bytes: PICTURE_BYTES,
    accept,
  });
  if (contentType !== undefined && /^\s*text\//iu.test(contentType))
    throw new RefusedFetch(`the server sent ${contentType} instead of a picture`);
  return bytes;
}
