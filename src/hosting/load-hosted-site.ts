import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostedSite } from '../security/hosted-site.ts';
import { codeOf, HostingError } from './hosting-error.ts';

/** Where pages leave what hosts need to know: taken out of the folder before it is published. */
const LEFT = 'hosting.json';

/** Where it is kept, beside the list of files. */
export const KEPT = 'site.json';

/** Takes what a build says of its site out of its staging folder. */
export async function takeHostedSite(staging: string): Promise<HostedSite> {
  const path = join(staging, LEFT);
  const site = JSON.parse(await readFile(path, 'utf8')) as HostedSite;
  await rm(path);
  return site;
}

/**
 * What the last build of an output folder says of its site.
 * @throws {HostingError} when there was none
 */
export async function loadHostedSite(outDir: string): Promise<HostedSite> {
  const path = join(`${outDir}-hosting`, KEPT);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as HostedSite;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
    throw new HostingError(`${path}: not there or not whole; run "npm run build" first`);
  }
}
