import type { HostedSite } from '../../security/hosted-site.ts';
import { addressHeaders, type Header } from '../../security/response-headers.ts';
import { contentType } from '../content-type.ts';
import { commonOf, siteRedirects } from './site-rules.ts';

/** Endings of which hosts do not know the type, or not its charset. */
const typed = ['.md', '.txt', '.xml', '.opml', '.webmanifest'] as const;

/**
 * `_headers`, for Cloudflare, Netlify and hosts that read the same. A host joins the values of two
 * rules that set one header, and Netlify cannot remove a header, so no address fits two such rules.
 * All else has the caching of both hosts: kept, and validated each time.
 *
 * @param mount the path of the folder with this file: `/`, or the base path where the file is at the
 *   root of the host
 */
export function toHeadersFile(site: HostedSite, mount: string): string {
  const rules: (readonly [pattern: string, header: Header])[] = [
    ...commonOf(site).map((header) => ['/*', header] as const),
    ...addressHeaders.flatMap(({ patterns, headers }) =>
      patterns.flatMap((pattern) => headers.map((header) => [pattern, header] as const)),
    ),
    ...typed.map(
      (ending) => [`/*${ending}`, ['Content-Type', contentType(`x${ending}`)]] as const,
    ),
  ];
  // Of two blocks with one pattern Cloudflare takes the second alone.
  const blocks = [...Map.groupBy(rules, ([pattern]) => pattern)].map(([pattern, own]) =>
    [
      mount.slice(0, -1) + pattern,
      ...own.map(([, [name, value]]) => `  ${name}: ${value}`),
    ].join('\n'),
  );
  return `${[HEAD, ...blocks].join('\n')}\n`;
}

const HEAD =
  '# Made by the build. https://developers.cloudflare.com/pages/configuration/headers/';

/**
 * `_redirects`, for Cloudflare and Netlify: one rule for each old address, as many as Cloudflare
 * takes (2,000, of 1,000 characters). Old addresses begin at the root of the folder; targets are sent
 * as written.
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
