import { pageAddress } from '../share/page-address.ts';
import { dayOf, localDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';
import { parseNewsData } from './parse-news-data.ts';

/**
 * What a citation of this page says, read from the page: from its structured data, and where
 * these are silent from what it shows. `now` gives the day of access, where the reader is.
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
    ...(published === undefined ? {} : { published }),
    accessed: localDay(now),
    url: pageAddress(),
    language: document.documentElement.lang,
  };
}

/** Elements of a byline are its names; between them stand words. */
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
