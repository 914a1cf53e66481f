import type { APIRoute } from 'astro';
import { listCopies } from '../feeds/list-copies.ts';
import { loadCopyText } from '../newsroom/load-copy-text.ts';
import { loadSite } from '../newsroom/load-site.ts';
import { loadContext } from '../site/load-context.ts';

/** The Markdown of each article, beside its page. */
export async function getStaticPaths() {
  const { sources } = await loadSite();
  return listCopies(await loadContext()).map(({ address, path }) => ({
    params: { markdown: address.slice(1) },
    props: { path },
    cacheKey: sources.get(path) ?? '',
  }));
}

export const GET: APIRoute<{ path: string }> = ({ props }) =>
  new Response(loadCopyText(props.path), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
