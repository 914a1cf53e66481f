import type { APIRoute } from 'astro';
import { loadContext } from '../site/load-context.ts';
import { cacheKey } from '../view/cache-key.ts';
import { createRedirectPages, type RedirectPage, redirectHtml } from '../view/redirect-page.ts';

/** Old addresses, for hosts that know no redirects: a page that leads on. */
export async function getStaticPaths() {
  const pages = createRedirectPages(await loadContext());
  return pages.map((page) => ({
    params: { alias: page.file },
    props: { page },
    cacheKey: cacheKey(page),
  }));
}

export const GET: APIRoute<{ page: RedirectPage }> = ({ props }) =>
  new Response(redirectHtml(props.page), {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
