import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import type { Asset } from '../../newsroom/entry.ts';
import { assetPath, loadSite } from '../../newsroom/load-site.ts';
import { loadFeedStyle } from '../../site/load-feed-style.ts';
import { loadScripts } from '../../site/load-scripts.ts';

/** Pictures, attachments and scripts, named by the hash of their bytes. */
export async function getStaticPaths() {
  const { assets, logo, darkLogo } = await loadSite();
  const { files } = await loadScripts();
  const { name: feedStyle } = await loadFeedStyle();
  const names = new Set([
    ...[...assets.values(), ...[logo, darkLogo].filter((file) => file !== undefined)].flatMap(
      namesOf,
    ),
    ...files.keys(),
    feedStyle,
  ]);
  return [...names].map((file) => ({ params: { file }, cacheKey: file }));
}

export const GET: APIRoute = async ({ params }) => {
  const name = params['file'] ?? '';
  const { files } = await loadScripts();
  const style = await loadFeedStyle();
  if (name === style.name) return new Response(style.css);
  const bytes = files.get(name) ?? (await readFile(assetPath(name)));
  return new Response(new Uint8Array(bytes));
};

/** All files of an asset: a picture has several. */
function namesOf(asset: Asset): string[] {
  const sources = asset.kind === 'picture' ? asset.sources : [];
  return [asset.name, ...sources.flatMap(({ files }) => files.map(({ name }) => name))];
}
