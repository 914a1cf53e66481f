import type { APIRoute } from 'astro';
import { loadHostedSite } from '../site/load-hosted-site.ts';

/** For the build command, which takes it out again: what the files for hosts are made from. */
export const GET: APIRoute = async () => Response.json(await loadHostedSite());
