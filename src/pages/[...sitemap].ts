import type { APIRoute } from 'astro';
import { createSitemaps } from '../feeds/create-sitemaps.ts';
import type { TextFile } from '../feeds/text-file.ts';
import { loadFeedContext } from '../site/load-feed-context.ts';
import { cacheKey } from '../view/cache-key.ts';

/** Sitemaps by edition and year, the list of them, and that of the news. */
export async function getStaticPaths() {
  return createSitemaps(await loadFeedContext()).map((file) => ({
    params: { sitemap: file.address.slice(1) },
    props: { file },
    cacheKey: cacheKey(file),
  }));
}

export const GET: APIRoute<{ file: TextFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': props.file.type } });
