import type { APIRoute } from 'astro';
import { loadContext } from '../site/load-context.ts';
import { cacheKey } from '../view/cache-key.ts';
import { createManifest, type ManifestFile } from '../view/manifest.ts';

/** What lets each edition be installed. */
export async function getStaticPaths() {
  const context = await loadContext();
  return context.publication.editions.map((edition) => {
    const page = createManifest(context, edition);
    return {
      params: { manifest: page.address.slice(1) },
      props: { page },
      cacheKey: cacheKey(page),
    };
  });
}

export const GET: APIRoute<{ page: ManifestFile }> = ({ props }) =>
  new Response(props.page.text, { headers: { 'Content-Type': 'application/manifest+json' } });
