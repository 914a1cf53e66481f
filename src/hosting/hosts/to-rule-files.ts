import type { HostedSite } from '../../security/hosted-site.ts';
import { addressHeaders, type Header } from '../../security/response-headers.ts';
import { contentType } from '../content-type.ts';
import { hostLimits, limitsOf } from './host-limits.ts';
import { commonHeadersOf, siteRedirects } from './site-rules.ts';

/** Endings whose media type or charset hosts do not know. */
const typed = ['.md', '.txt', '.xml', '.opml', '.webmanifest'] as const;

/**
 * `_headers` for Cloudflare, Netlify and hosts that read the same file. A host joins the values of two
 * rules for one header, and Netlify cannot remove a header, so no address matches two such rules.
 * Other addresses have the default caching of both hosts: stored, and revalidated each time.
 *
 * @param mount the path of the folder with this file: `/`, or the base path if the file is at the
 *   root of the host
 */
export function toHeadersFile(site: HostedSite, mount: string): string {
  const rules: (readonly [pattern: string, header: Header])[] = [
    ...commonHeadersOf(site).map((header) => ['/*', header] as const),
    ...addressHeaders.flatMap(({ patterns, headers }) =>
      patterns.flatMap((pattern) => headers.map((header) => [pattern, header] as const)),
    ),
    ...typed.map(
      (ending) => [`/*${ending}`, ['Content-Type', contentType(`x${ending}`)]] as const,
    ),
  ];
  // Cloudflare uses only the second of two blocks with the same pattern.
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
 * `_redirects` for Cloudflare, Netlify and GitLab: a rule for each old address, up to the limits of the
 * publication's host, or of Cloudflare if it names none. Old addresses begin at the root of the folder;
 * targets are sent as written.
 * https://developers.cloudflare.com/pages/configuration/redirects/
 *
 * @param mount see `toHeadersFile`
 */
export function toRedirectsFile(site: HostedSite, mount: string): string {
  const usual = hostLimits['cloudflare-pages'].limits;
  const limits = { ...usual, ...limitsOf(site.host ?? '')?.limits };
  const lines = siteRedirects(site, {
    max: limits.redirects.max,
    maxLength: limits.redirectLength.max,
    special: /[*:]/u,
  }).map(({ from, to }) => `${mount}${from.slice(site.basePath.length)} ${to} 301`);
  const all = [REDIRECTS_HEAD, ...lines];
  return `${firstLines(all, limits.redirectBytes?.max).join('\n')}\n`;
}

const REDIRECTS_HEAD = '# Made by the build: old addresses.';

/** As many of the lines as fit into a number of bytes. */
function firstLines(lines: readonly string[], max = Number.POSITIVE_INFINITY): string[] {
  let bytes = 0;
  return lines.filter((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes <= max;
  });
}
