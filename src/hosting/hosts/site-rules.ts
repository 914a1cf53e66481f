import type { HostedSite, SiteRedirect } from '../../security/hosted-site.ts';
import {
  addressHeaders,
  commonHeaders,
  documentEndings,
  documentHeader,
  type Header,
  revalidate,
  strictTransport,
} from '../../security/response-headers.ts';
import { patternSource } from '../path-pattern.ts';

/** A header, and which value it has for which file. */
export interface HeaderChoice {
  readonly name: string;
  /** For files that fit none of `cases`; absent where they have no such header. */
  readonly otherwise?: string;
  /** The first that fits. */
  readonly cases: readonly HeaderCase[];
}

export interface HeaderCase {
  /** A regular expression for the path of the file that is sent, with the base path. */
  readonly source: string;
  readonly value: string;
}

/** All headers of a site, for hosts that choose a header's value by regular expressions. */
export function headerChoices(site: HostedSite): HeaderChoice[] {
  const { basePath } = site;
  const documents = patternSource(`${basePath}*`);
  const [document, value] = documentHeader;
  const cases = [
    { name: document, source: `^${documents}\\.(?:${documentEndings.join('|')})$`, value },
    ...addressHeaders.flatMap(({ patterns, headers }) =>
      headers.flatMap(([name, value]) =>
        patterns.map((pattern) => {
          const source = `^${patternSource(basePath.slice(0, -1) + pattern)}$`;
          return { name, source, value };
        }),
      ),
    ),
  ];
  const common = new Map(commonOf(site));
  const defaults = new Map([...common, revalidate]);
  return [...new Set([...common.keys(), ...cases.map(({ name }) => name)])].map((name) => {
    const otherwise = defaults.get(name);
    return {
      name,
      ...(otherwise !== undefined && { otherwise }),
      cases: cases.filter((one) => one.name === name),
    };
  });
}

/** The headers of every answer of a site. */
export function commonOf({ policy, hsts }: HostedSite): Header[] {
  return [
    ['Content-Security-Policy', policy],
    ...commonHeaders,
    ...(hsts ? [strictTransport] : []),
  ];
}

/** The headers of one file, by its path with the base path. */
export function headersOfFile(site: HostedSite, path: string): Header[] {
  return headerChoices(site).flatMap(({ name, otherwise, cases }): Header[] => {
    const own = cases.find(({ source }) => new RegExp(source, 'u').test(path));
    const value = own?.value ?? otherwise;
    return value === undefined ? [] : [[name, value]];
  });
}

export interface RedirectLimits {
  /** The most that a host takes. */
  readonly most?: number;
  /** Characters of the two paths and what is between them. */
  readonly longest?: number;
  /** Characters with another meaning on this host. */
  readonly special?: RegExp;
}

/**
 * Old addresses and the new ones, with the base path, as far as a host takes them as rules. At the
 * others there are pages that redirect.
 */
export function siteRedirects(
  { basePath, redirects }: HostedSite,
  { most = Number.POSITIVE_INFINITY, longest = 8000, special }: RedirectLimits = {},
): SiteRedirect[] {
  return redirects
    .map(({ from, to }) => ({ from: basePath + from.slice(1), to: basePath + to.slice(1) }))
    .filter(({ from, to }) => from.length + to.length + 5 <= longest && !special?.test(from))
    .slice(0, most);
}

/** Where the files for one's own server expect the output. */
export const FOLDER = '/srv/site';

/** The name of the host, without a port. */
export function hostName({ siteUrl }: HostedSite): string {
  return siteUrl === undefined ? 'news.example' : new URL(siteUrl).hostname;
}
