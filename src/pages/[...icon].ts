import type { APIRoute } from 'astro';
import { loadIcons } from '../site/load-icons.ts';

/** The site's icon, in the forms that browsers and devices ask for. */
export async function getStaticPaths() {
  const icons = await loadIcons();
  return icons.map(({ name, hash }) => ({ params: { icon: name }, cacheKey: hash }));
}

export const GET: APIRoute = async ({ params }) => {
  const icon = (await loadIcons()).find(({ name }) => name === params['icon']);
  const type = icon?.name.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  return new Response(icon && new Uint8Array(icon.bytes), {
    headers: { 'Content-Type': type },
  });
};
