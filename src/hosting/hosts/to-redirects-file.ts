import type { HostedSite } from '../../security/hosted-site.ts';
import { siteRedirects } from './site-redirects.ts';

/**
 * `_redirects`, for Cloudflare and Netlify: one rule for each old address, as many as Cloudflare
 * takes (2,000, of 1,000 characters). The two see addresses from the root of the folder; where an
 * address leads goes out as written.
 * https://developers.cloudflare.com/pages/configuration/redirects/
 *
 * @param mount see `toHeadersFile`
 */
export function toRedirectsFile(site: HostedSite, mount: string): string {
  const lines = siteRedirects(site, { most: 2000, longest: 1000, special: /[*:]/u }).map(
    ({ from, to }) => `${mount}${from.slice(site.basePath.length)} ${to} 301`,
  );
  return `${['# Made by the build: old addresses.', ...lines].join('\n')}\n`;
}
