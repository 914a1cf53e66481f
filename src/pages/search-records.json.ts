import type { APIRoute } from 'astro';
import { loadSite } from '../newsroom/load-site.ts';
import { createSearchRecords } from '../search/search-record.ts';

/** For the build command, which takes it out again: what the search index is made from. */
export const GET: APIRoute = async () => {
  const { publication } = await loadSite();
  return Response.json(createSearchRecords(publication));
};
