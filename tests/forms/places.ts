import assert from 'node:assert/strict';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import type { BrowserContext } from 'playwright-core';
import { createArticleCard } from '../../src/outputs/share-card/create-cards.ts';
import { toSite } from '../../src/publication/edition/check-references.ts';
import type { Publication } from '../../src/publication/edition/publication.ts';
import { checkGraph } from '../schema-org/check-graph.ts';
import { loadVocabulary } from '../schema-org/load-vocabulary.ts';
import { searchAgain } from '../search/search-page.ts';
import type { SharedSite } from '../test-site.ts';

/** The test site in every state that readers and programs see. */
export interface Outputs {
  readonly site: SharedSite;
  readonly publication: Publication;
  /** Where the site is served, without a slash at the end. */
  readonly origin: string;
  /** Where `npm run dev` shows it. */
  readonly dev: string;
  /** Absent on a machine without one: what it would show is not tested. */
  readonly browser?: { readonly scripted: BrowserContext; readonly plain: BrowserContext };
}

/** A page of an edition: `/ko/2026/01/06/opinion/`. */
export interface Target {
  readonly address: string;
  /** The words by which readers search for it. */
  readonly query: string;
}

/**
 * The outputs that a form of news must be in. Each returns what it says about one page as text,
 * or undefined if the page is not there. A new output needs a row here, and each form then its
 * expectation.
 */
export const places = {
  'the page': async ({ site }, { address }) =>
    textOf(await read(site, `${address}index.html`), 'main'),

  'the list of all articles': async ({ site }, { address }) =>
    textOf(
      await read(site, `${editionOf(address)}page/index.html`),
      `.teaser:has(.teaser-headline a[href="${address}"])`,
    ),

  RSS: async ({ site }, { address }) => {
    const { items = [] } = parseRssFeed(await read(site, `${editionOf(address)}feed.xml`));
    const item = items.find(({ link }) => link === absolute(address));
    return (
      item && allOf(item.content?.encoded, item.categories, item.description, item.dc?.creators)
    );
  },

  Atom: async ({ site }, { address }) => {
    const { entries = [] } = parseAtomFeed(await read(site, `${editionOf(address)}atom.xml`));
    const entry = entries.find(({ links = [] }) =>
      links.some(({ href }) => href === absolute(address)),
    );
    const authors = entry?.authors?.map(({ name }) => name);
    return (
      entry && allOf(entry.content?.value, entry.categories, entry.summary?.value, authors)
    );
  },

  'JSON Feed': async ({ site }, { address }) => {
    const text = await read(site, `${editionOf(address)}feed.json`);
    const { items = [] } = parseJsonFeed(JSON.parse(text));
    const item = items.find(({ url }) => url === absolute(address));
    const authors = item?.authors?.map(({ name }) => name);
    const tags = item?.tags?.map((name) => ({ name }));
    return item && allOf(item.content_html, tags, item.summary, authors);
  },

  'the news sitemap': async ({ site }, { address }) => {
    const text = await read(site, '/news-sitemap.xml');
    return text.split('<url>').find((entry) => entry.includes(`${absolute(address)}<`));
  },

  'structured data': async ({ site }, { address }) => {
    const graph = graphIn(await read(site, `${address}index.html`));
    assert.deepEqual(checkGraph(graph, await loadVocabulary()), []);
    const [page] = graph['@graph'];
    return JSON.stringify(page);
  },

  'the share card': async ({ publication }, { address }) => {
    const story = [...publication.byPath.values()].find((one) => one.address === address);
    if (story?.kind !== 'article') return undefined;
    const sources = { publication, site: toSite(publication), assets: new Map() };
    return JSON.stringify(createArticleCard(sources, story));
  },

  'the Markdown version': async ({ site }, { address }) =>
    read(site, `${address.slice(0, -1)}.md`).catch(() => undefined),

  'llms.txt': async ({ site }, { address }) => {
    const url = `${absolute(address).slice(0, -1)}.md`;
    return (await read(site, '/llms.txt')).split('\n').find((line) => line.includes(url));
  },

  'the search': async ({ origin, browser }, { address, query }) => {
    if (!browser) return notAsked;
    const [page = await browser.scripted.newPage()] = browser.scripted.pages();
    const search = `${origin}${editionOf(address)}search/`;
    if (page.url().split('?')[0] === search) await searchAgain(page, query);
    else {
      await page.goto(`${search}?${new URLSearchParams({ q: query })}`);
      await page.locator('.search-result, .search-help:not([hidden])').first().waitFor();
    }
    const found = page.locator(`.search-result:has(h2 a[href="${address}"])`);
    return (await found.count()) === 0 ? undefined : await found.innerText();
  },

  // Without scripts, which open what is folded.
  'a printed page': async ({ origin, browser }, { address }) => {
    if (!browser) return notAsked;
    const [page = await browser.plain.newPage()] = browser.plain.pages();
    await page.goto(origin + address);
    await page.emulateMedia({ media: 'print' });
    return page.locator('main').innerText();
  },

  'the live preview': async ({ dev }, { address }) => {
    const response = await fetch(dev + address);
    return response.ok ? textOf(await response.text(), 'main') : undefined;
  },
} as const satisfies Readonly<
  Record<string, (outputs: Outputs, target: Target) => Promise<string | undefined>>
>;

export type PlaceName = keyof typeof places;

/** The text of a place that needs a browser, on a machine without one. */
export const notAsked = '(no browser)';

const read = (site: SharedSite, address: string) => site.read(address.slice(1));

const editionOf = (address: string) => /^\/(?:ko|ar)\//u.exec(address)?.[0] ?? '/';

const absolute = (address: string) => `https://news.example${address}`;

/** All texts of an entry of a feed. */
function allOf(
  html: string | undefined,
  categories: Parameters<typeof namesOf>[0],
  summary: string | undefined,
  authors: readonly (string | undefined)[] = [],
): string {
  return [...namesOf(categories), ...authors, summary, textIn(html)].join('\n');
}

const namesOf = (categories: readonly { name?: string; term?: string }[] = []) =>
  categories.map(({ name, term }) => name ?? term ?? '');

function textIn(html = ''): string {
  return textOf(`<body>${html}</body>`, 'body') ?? '';
}

/** What an element says, to those who do not see its pictures too. */
function textOf(html: string, selector: string): string | undefined {
  const element = parseHTML(html).document.querySelector(selector);
  if (!element) return undefined;
  const said = [...element.querySelectorAll('[alt], [aria-label]')].map(
    (own) => own.getAttribute('alt') ?? own.getAttribute('aria-label'),
  );
  return [element.textContent, ...said].join(' ').replace(/\s+/gu, ' ').trim();
}

function graphIn(html: string): { '@graph': readonly unknown[] } {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1];
  return JSON.parse(json ?? '');
}
