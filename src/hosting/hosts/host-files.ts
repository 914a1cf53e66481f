import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostedSite } from '../../security/hosted-site.ts';
import { callOf } from '../../system/cache/call-of.ts';
import { codeOf, HostingError } from '../hosting-error.ts';
import { toApacheConfig, toHtaccess } from './to-apache-config.ts';
import { toCaddyfile } from './to-caddyfile.ts';
import { toCloudfrontFunction, toCloudfrontHeaders } from './to-cloudfront.ts';
import { toGithubWorkflow } from './to-github-workflow.ts';
import { toNginxConfig } from './to-nginx-config.ts';
import { toHeadersFile, toRedirectsFile } from './to-rule-files.ts';
import { toVercelConfig } from './to-vercel-config.ts';

export interface HostFile {
  /** Name in `OUT_DIR-hosting`. */
  readonly file: string;
  readonly format: (site: HostedSite) => string;
}

/** Files for hosts by the names that `npm run hosting` takes. */
export const hostFiles = {
  // For a site below a path: these are at the root of the upload, above the site.
  headers: { file: '_headers', format: (site) => toHeadersFile(site, site.basePath) },
  redirects: { file: '_redirects', format: (site) => toRedirectsFile(site, site.basePath) },
  nginx: { file: 'nginx.conf', format: toNginxConfig },
  caddy: { file: 'Caddyfile', format: toCaddyfile },
  apache: { file: 'apache.conf', format: toApacheConfig },
  htaccess: { file: '.htaccess', format: toHtaccess },
  vercel: { file: 'vercel.json', format: toVercelConfig },
  'cloudfront-function': { file: 'cloudfront-function.js', format: toCloudfrontFunction },
  'cloudfront-headers': { file: 'cloudfront-headers.json', format: toCloudfrontHeaders },
  'github-pages': { file: 'github-pages.yml', format: (site) => toGithubWorkflow(site) },
  nojekyll: { file: '.nojekyll', format: () => '' },
} as const satisfies Readonly<Record<string, HostFile>>;

export type HostFileName = keyof typeof hostFiles;

/** Whether `npm run hosting` knows the name. */
export function isHostFileName(name: string): name is HostFileName {
  return Object.hasOwn(hostFiles, name);
}

/** The file that describes the site, beside the list of files. */
export const hostedSiteFile = 'site.json';

/**
 * Loads the description of the site that was built last into an output folder.
 * @throws {HostingError} if there is none
 */
export async function loadHostedSite(outDir: string): Promise<HostedSite> {
  const path = join(`${outDir}-hosting`, hostedSiteFile);
  const text = await readFile(path, 'utf8').catch((error) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return '';
  });
  const site = parseHostedSite(text);
  if (site !== undefined) return site;
  throw new HostingError(`${path}: missing or incomplete; run \`${callOf('build')}\` first`);
}

/** Undefined for the text of another version, or for anything else. */
function parseHostedSite(text: string): HostedSite | undefined {
  try {
    const site: HostedSite = JSON.parse(text);
    const isComplete =
      [site.basePath, site.policy].every((value) => typeof value === 'string') &&
      [site.hsts, site.lowerCase].every((value) => typeof value === 'boolean') &&
      [site.precompress, site.redirects].every(Array.isArray);
    return isComplete ? site : undefined;
  } catch {
    return undefined;
  }
}
