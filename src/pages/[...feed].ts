import type { APIRoute } from 'astro';
import { createFeeds, type FeedFile, feedText } from '../feeds/feed-files.ts';
import { loadBody } from '../newsroom/load-site.ts';
import { loadFeedContext } from '../site/load-feed-context.ts';
import { cacheKey } from '../view/cache-key.ts';

/** The feeds of editions, sections and topics, and the list of them all. */
export async function getStaticPaths() {
  return createFeeds(await loadFeedContext()).map((file) => ({
    params: { feed: file.address.slice(1) },
    props: { file },
    cacheKey: cacheKey(file),
  }));
}

export const GET: APIRoute<{ file: FeedFile }> = async ({ props }) => {
  const { file } = props;
  const text = await feedText(file, async (key) => loadBody(key).html);
  return new Response(text, { headers: { 'Content-Type': file.type } });
};
