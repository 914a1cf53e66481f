import type { HostedSite } from '../../security/hosted-site.ts';
import { addressHeaders, type Header } from '../../security/response-headers.ts';
import { contentType } from '../content-type.ts';
import { commonOf } from './header-choices.ts';

/** Endings whose type hosts do not know, or know without its charset. */
const typed = ['.md', '.txt', '.xml', '.opml', '.webmanifest'] as const;

/**
 * `_headers`, for Cloudflare, Netlify and hosts that read the same. A host joins the values of
 * two rules that set one header, and Netlify cannot take a header away again, so no address fits
 * two such rules. What is named nowhere has the caching of both hosts: kept, and asked for anew.
 *
 * @param mount the path at which the folder with this file stands: `/`, or the base path where
 *   the file lies at its root
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
