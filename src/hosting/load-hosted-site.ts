import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostedSite } from '../security/hosted-site.ts';
import { codeOf, HostingError } from './hosting-error.ts';

/** Where it is, beside the list of files. */
export const hostedSiteFile = 'site.json';

/**
 * What the last build of an output folder says of its site.
 * @throws {HostingError} when there was none
 */
export async function loadHostedSite(outDir: string): Promise<HostedSite> {
  const path = join(`${outDir}-hosting`, hostedSiteFile);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as HostedSite;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error;
    throw new HostingError(`${path}: not there or not whole; run "npm run build" first`);
  }
}
