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

/** A header with its value for each file. */
export interface HeaderChoice {
  readonly name: string;
  /** The value if no case matches; undefined if there is no such header then. */
  readonly otherwise?: string;
  /** The first match counts. */
  readonly cases: readonly HeaderCase[];
}

export interface HeaderCase {
  /** Regular expression for the path of the file that is sent, with the base path. */
  readonly source: string;
  readonly value: string;
}

/** All headers of a site, for hosts that choose values by regular expressions. */
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
  const common = new Map(commonHeadersOf(site));
  const defaults = new Map([...common, revalidate]);
  return [...new Set([...common.keys(), ...cases.map(({ name }) => name)])].map((name) => {
    const otherwise = defaults.get(name);
    return {
      name,
      otherwise,
      cases: cases.filter((one) => one.name === name),
    };
  });
}

/** Headers of every answer. */
export function commonHeadersOf({ policy, hsts }: HostedSite): Header[] {
  return [
    ['Content-Security-Policy', policy],
    ...commonHeaders,
    ...(hsts ? [strictTransport] : []),
  ];
}

/** Headers of one file, by its path with the base path. */
export function headersOfFile(site: HostedSite, path: string): Header[] {
  return headerChoices(site).flatMap(({ name, otherwise, cases }): Header[] => {
    const own = cases.find(({ source }) => new RegExp(source, 'u').test(path));
    const value = own?.value ?? otherwise;
    return value === undefined ? [] : [[name, value]];
  });
}

export interface RedirectLimits {
  /** How many the host accepts. */
  readonly max?: number;
  /** How long a rule may be: both paths and what is between them. */
  readonly maxLength?: number;
  /** Characters with a special meaning on this host. */
  readonly special?: RegExp;
}

/**
 * Redirects from old addresses, with the base path, that a host accepts as rules. At the other old
 * addresses, the site has pages that redirect.
 */
export function siteRedirects(
  { basePath, redirects }: HostedSite,
  { max = Number.POSITIVE_INFINITY, maxLength = 8000, special }: RedirectLimits = {},
): SiteRedirect[] {
  return redirects
    .map(({ from, to }) => ({ from: basePath + from.slice(1), to: basePath + to.slice(1) }))
    .filter(({ from, to }) => from.length + to.length + 5 <= maxLength && !special?.test(from))
    .slice(0, max);
}

/** The folder that configurations of web servers expect the site in. */
export const FOLDER = '/srv/site';

/** The host name of the site, without a port. */
export function hostName({ siteUrl }: HostedSite): string {
  return siteUrl === undefined ? 'news.example' : new URL(siteUrl).hostname;
}
