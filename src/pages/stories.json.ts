import type { APIRoute } from 'astro';
import { listStoryAddresses } from '../links/story-address.ts';
import { loadSite } from '../newsroom/load-site.ts';

/** For the build command, which takes it out again: where everything is read now. */
export const GET: APIRoute = async () => {
  const { publication } = await loadSite();
  return Response.json({
    stories: listStoryAddresses(publication),
    editions: publication.editions.map(({ path }) => path),
  });
};
