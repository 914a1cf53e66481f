import type { HostedSite } from '../../security/hosted-site.ts';
import { toApacheConfig, toHtaccess } from './to-apache-config.ts';
import { toCaddyfile } from './to-caddyfile.ts';
import { toCloudfrontFunction } from './to-cloudfront-function.ts';
import { toCloudfrontHeaders } from './to-cloudfront-headers.ts';
import { toGithubWorkflow } from './to-github-workflow.ts';
import { toHeadersFile } from './to-headers-file.ts';
import { toNginxConfig } from './to-nginx-config.ts';
import { toRedirectsFile } from './to-redirects-file.ts';
import { toVercelConfig } from './to-vercel-config.ts';

export interface HostFile {
  /** Its name in `OUT_DIR-hosting`. */
  readonly file: string;
  readonly format: (site: HostedSite) => string;
}

/** What single hosts need, by the name under which it is asked for. */
export const hostFiles = {
  // For a site below a path: these two lie at the root of what is uploaded, above the site.
  headers: { file: '_headers', format: (site) => toHeadersFile(site, site.basePath) },
  redirects: { file: '_redirects', format: (site) => toRedirectsFile(site, site.basePath) },
  nginx: { file: 'nginx.conf', format: toNginxConfig },
  caddy: { file: 'Caddyfile', format: toCaddyfile },
  apache: { file: 'apache.conf', format: toApacheConfig },
  htaccess: { file: '.htaccess', format: toHtaccess },
  vercel: { file: 'vercel.json', format: toVercelConfig },
  'cloudfront-function': { file: 'cloudfront-function.js', format: toCloudfrontFunction },
  'cloudfront-headers': { file: 'cloudfront-headers.json', format: toCloudfrontHeaders },
  'github-pages': { file: 'github-pages.yml', format: toGithubWorkflow },
  nojekyll: { file: '.nojekyll', format: () => '' },
} as const satisfies Readonly<Record<string, HostFile>>;

export type HostFileName = keyof typeof hostFiles;

/** Whether there is a file of that name for a host. */
export function isHostFileName(name: string): name is HostFileName {
  return Object.hasOwn(hostFiles, name);
}
