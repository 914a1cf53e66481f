import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { assetPath, loadSite } from '../../newsroom/load-site.ts';

/** Pictures and attachments, named by the hash of their bytes. */
export async function getStaticPaths() {
  const { assets } = await loadSite();
  const names = new Set([...assets.values()].map((asset) => asset.name));
  return [...names].map((file) => ({ params: { file }, cacheKey: file }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await readFile(assetPath(params['file'] ?? ''))));
