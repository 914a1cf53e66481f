import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { NewsDate } from '../../language/news-date.ts';
import { toXmlText } from './xml-text.ts';

/** A page in a sitemap. URLs are absolute. */
export interface SitemapPage {
  readonly url: string;
  /** Last change of substance, as `toSitemapDate` formats it. */
  readonly changed?: string;
  /** All language versions of the page, including itself; empty for a page in one language. */
  readonly languages: readonly { readonly language: string; readonly url: string }[];
  readonly pictures: readonly string[];
}

/** `2026-01-06`, `2026-01-06T18:30:00+09:00`: XML Schema requires the seconds of an instant. */
export function toSitemapDate(date: NewsDate): string {
  return date.precision === 'day' ? date.day : date.instant;
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
} as const;

/**
 * A sitemap of sitemaps.org, with Google's extensions for pictures and languages. `entries` are
 * printed by `sitemapEntry`; each is one line.
 */
export function formatSitemap(entries: readonly string[]): string {
  const { xmlns } = namespaces;
  return frame(
    'urlset',
    {
      xmlns,
      'xmlns:image': namespaces['xmlns:image'],
      'xmlns:xhtml': namespaces['xmlns:xhtml'],
    },
    entries,
  );
}

/** One page of a sitemap. The first language is for readers of none of the languages. */
export function sitemapEntry({ url, changed, languages, pictures }: SitemapPage): string {
  const alternate = (hreflang: string, href: string) =>
    x('xhtml:link', { rel: 'alternate', hreflang, href });
  const [first] = languages;
  return toXml(
    x('url', [
      x('loc', url),
      ...(changed === undefined ? [] : [x('lastmod', changed)]),
      ...languages.map((other) => alternate(other.language, other.url)),
      ...(first ? [alternate('x-default', first.url)] : []),
      ...pictures.map((picture) => x('image:image', [x('image:loc', picture)])),
    ]),
    toXmlOptions,
  );
}

/** An article in the news sitemap. `date` is formatted by `toSitemapDate`. */
export interface NewsItem {
  readonly url: string;
  readonly publication: string;
  readonly language: string;
  readonly date: string;
  readonly title: string;
}

/** A sitemap with Google's extension for news. */
export function formatNewsSitemap(items: readonly NewsItem[]): string {
  const entries = items.map(({ url, publication, language, date, title }) =>
    toXml(
      x('url', [
        x('loc', url),
        x('news:news', [
          x('news:publication', [x('news:name', publication), x('news:language', language)]),
          x('news:publication_date', date),
          x('news:title', title),
        ]),
      ]),
      toXmlOptions,
    ),
  );
  return frame(
    'urlset',
    { xmlns: namespaces.xmlns, 'xmlns:news': namespaces['xmlns:news'] },
    entries,
  );
}

/** The index of all sitemaps. `toUrl` makes an address absolute. */
export function formatSitemapIndex(
  files: readonly { readonly address: string; readonly changed?: string }[],
  toUrl: (address: string) => string,
): string {
  const entries = files.map(({ address, changed }) =>
    toXml(
      x('sitemap', [
        x('loc', toUrl(address)),
        ...(changed === undefined ? [] : [x('lastmod', changed)]),
      ]),
      toXmlOptions,
    ),
  );
  return frame('sitemapindex', { xmlns: namespaces.xmlns }, entries);
}

const toXmlOptions = { closeEmptyElements: true } as const;

/** Entries are printed separately, so that a file of 50,000 pages is never one tree in memory. */
function frame(
  name: string,
  attributes: Readonly<Record<string, string>>,
  entries: readonly string[],
): string {
  const [opening, closing] = toXml(x(name, attributes, '\n')).split('\n');
  return toXmlText(
    `${declaration}${opening}\n${entries.map((entry) => `${entry}\n`).join('')}${closing}`,
  );
}

/** Limits of one file: sitemaps.org, "Using Sitemap index files". */
export const sitemapLimits = { pages: 50_000, bytes: 50_000_000 } as const;

/**
 * Splits printed pages, oldest first, into files within the limits. A full file does not change
 * when newer pages are added.
 */
export function splitSitemap<T extends { readonly xml: string }>(pages: readonly T[]): T[][] {
  const files: T[][] = [];
  const emptySize = byteLength(formatSitemap([]));
  let bytes = 0;
  for (const page of pages) {
    const more = byteLength(page.xml) + 1;
    const file = files.at(-1);
    const isFull = file?.length === sitemapLimits.pages || bytes + more > sitemapLimits.bytes;
    if (file && !isFull) {
      file.push(page);
      bytes += more;
    } else {
      files.push([page]);
      bytes = emptySize + more;
    }
  }
  return files;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
