import type { APIRoute } from 'astro';
import { loadScripts } from '../site/load-scripts.ts';

/** The worker that lets pages be read without a network: its folder is what it looks after. */
export const GET: APIRoute = async () => {
  const { serviceWorker } = await loadScripts();
  return new Response(new Uint8Array(serviceWorker), {
    headers: { 'Content-Type': 'text/javascript' },
  });
};
