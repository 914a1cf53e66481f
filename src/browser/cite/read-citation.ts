import { pageAddress } from '../share/page-address.ts';
import { dayOf, localDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';

/**
 * Reads the citation of this page from its structured data, and what is missing there from the
 * visible page. `now` is the time of access.
 */
export function readCitation(now: Date): Citation {
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  const data = [...scripts].map(({ textContent }) => parseNewsData(textContent ?? ''));
  const found = data.find((one) => one !== undefined) ?? {};
  const published = found.published ?? dayOf(attribute('.article-meta time', 'datetime'));
  return {
    title: found.title ?? text(document.querySelector('h1')),
    authors: found.authors ?? names('.byline:not(.translator)'),
    translators: found.translators ?? names('.translator'),
    publication: found.publication ?? publicationOf(),
    published,
    accessed: localDay(now),
    url: pageAddress(),
    language: document.documentElement.lang,
  };
}

/** The elements of a byline are its names; text between them is not. */
function names(byline: string): CitedName[] {
  return [...document.querySelectorAll(`.article-meta ${byline} > *`)].map((element) => ({
    name: text(element),
  }));
}

function publicationOf(): string {
  const site = attribute('meta[property="og:site_name"]', 'content');
  const logo = attribute('.wordmark img', 'alt');
  return site || logo || text(document.querySelector('.wordmark'));
}

function attribute(selector: string, name: string): string {
  return document.querySelector(selector)?.getAttribute(name) ?? '';
}

function text(element: Element | null): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** The structured data of an article that a citation needs. */
interface NewsData {
  readonly title?: string;
  readonly authors?: readonly CitedName[];
  readonly translators?: readonly CitedName[];
  readonly publication?: string;
  readonly published?: string;
}

type Thing = Readonly<Record<string, unknown>>;

/**
 * Reads the first article in a script of structured data (JSON-LD, schema.org): alone, in a list, or
 * in `@graph`. References by `@id` are resolved within the script. Undefined without an article, or
 * if the text is not JSON.
 */
export function parseNewsData(json: string): NewsData | undefined {
  const things = thingsIn(json);
  const article = things.find((thing) => toList(thing['@type']).some(isArticle));
  if (!article) return undefined;
  const find = (value: unknown): Thing | undefined => {
    if (!isThing(value)) return typeof value === 'string' ? { name: value } : undefined;
    if (value['name'] !== undefined || value['@id'] === undefined) return value;
    return things.find((thing) => thing['@id'] === value['@id'] && thing['name'] !== undefined);
  };
  const names = (value: unknown) => toList(value).flatMap((item) => toName(find(item)));
  const title = toText(article['headline']) ?? toText(article['name']);
  const publication = toText(find(toList(article['publisher'])[0])?.['name']);
  const published = dayOf(toText(article['datePublished']));
  return {
    title,
    authors: article['author'] === undefined ? undefined : names(article['author']),
    translators: article['translator'] === undefined ? undefined : names(article['translator']),
    publication,
    published,
  };
}

function thingsIn(json: string): Thing[] {
  try {
    return toList(JSON.parse(json)).flatMap((value) => {
      if (!isThing(value)) return [];
      return [value, ...toList(value['@graph']).filter(isThing)];
    });
  } catch {
    return [];
  }
}

function toName(thing: Thing | undefined): CitedName[] {
  const [name, family, given] = ['name', 'familyName', 'givenName'].map((key) =>
    toText(thing?.[key]),
  );
  if (family !== undefined && given !== undefined)
    return [{ name: name ?? `${given} ${family}`, family, given }];
  return name === undefined ? [] : [{ name }];
}

/** A value as one line of text; undefined for an empty text or another type. */
function toText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
  return text === '' ? undefined : text;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArticle(type: unknown): boolean {
  return typeof type === 'string' && /(?:Article|BlogPosting)$/.test(type);
}
