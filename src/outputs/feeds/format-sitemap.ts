import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { SitemapFile, SitemapPage } from './sitemap.ts';
import { toXmlText } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
} as const;

/**
 * sitemaps.org, with Google's extensions for pictures and languages, of pages printed by
 * `sitemapEntry`; one page a line.
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

/** One page of a sitemap. The first language is that for readers of none of them. */
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

/** An article of the news sitemap. `date` in the form of `SitemapPage.changed`. */
export interface NewsItem {
  readonly url: string;
  readonly publication: string;
  readonly language: string;
  readonly date: string;
  readonly title: string;
}

/** Google's extension for news. */
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

/** The list of all sitemaps; `toUrl` makes an address absolute. */
export function formatSitemapIndex(
  files: readonly Pick<SitemapFile, 'address' | 'changed'>[],
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

/** Entries are printed one by one, so that a file of 50,000 is never one tree. */
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
