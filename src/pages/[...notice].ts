import type { APIRoute } from 'astro';
import { createNotices } from '../feeds/create-notices.ts';
import type { TextFile } from '../feeds/text-file.ts';
import { loadFeedContext } from '../site/load-feed-context.ts';
import { cacheKey } from '../view/cache-key.ts';

/** What tells programs where things are and whom to tell of a weakness. */
export async function getStaticPaths() {
  return createNotices(await loadFeedContext()).map((file) => ({
    params: { notice: file.address.slice(1) },
    props: { file },
    cacheKey: cacheKey(file),
  }));
}

export const GET: APIRoute<{ file: TextFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': props.file.type } });
