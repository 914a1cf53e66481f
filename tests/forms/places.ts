import assert from 'node:assert/strict';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { createArticleCard } from '../../src/outputs/share-card/create-cards.ts';
import { toSite } from '../../src/publication/edition/check-references.ts';
import type { Publication } from '../../src/publication/edition/publication.ts';
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
  readonly browser?: Browser;
}

/** An article in an edition: `/ko/2026/01/06/opinion/`. */
export interface Target {
  readonly address: string;
  readonly headline: string;
}

/**
 * The outputs that a form of news must be in. Each returns what it says about one article as text,
 * or undefined if the article is not there. A new output needs a row here, and each form then its
 * expectation.
 */
export const places = {
  'the page': async ({ site }, { address }) =>
    textOf(await read(site, `${address}index.html`), 'article.article'),

  'the list of all articles': async ({ site }, { address }) =>
    textOf(
      await read(site, `${editionOf(address)}page/index.html`),
      `.teaser:has(.teaser-headline a[href="${address}"])`,
    ),

  RSS: async ({ site }, { address }) => {
    const { items = [] } = parseRssFeed(await read(site, `${editionOf(address)}feed.xml`));
    const item = items.find(({ link }) => link === absolute(address));
    return item && [...namesOf(item.categories), textIn(item.content?.encoded)].join('\n');
  },

  Atom: async ({ site }, { address }) => {
    const { entries = [] } = parseAtomFeed(await read(site, `${editionOf(address)}atom.xml`));
    const entry = entries.find(({ links = [] }) =>
      links.some(({ href }) => href === absolute(address)),
    );
    return entry && [...namesOf(entry.categories), textIn(entry.content?.value)].join('\n');
  },

  'JSON Feed': async ({ site }, { address }) => {
    const text = await read(site, `${editionOf(address)}feed.json`);
    const { items = [] } = parseJsonFeed(JSON.parse(text));
    const item = items.find(({ url }) => url === absolute(address));
    return item && [...(item.tags ?? []), textIn(item.content_html)].join('\n');
  },

  'the news sitemap': async ({ site }, { address }) => {
    const text = await read(site, '/news-sitemap.xml');
    return text.split('<url>').find((entry) => entry.includes(`${absolute(address)}<`));
  },

  'structured data': async ({ site }, { address }) => {
    const { document } = parseHTML(await read(site, `${address}index.html`));
    const json = document.querySelector('script[type="application/ld+json"]')?.textContent;
    return JSON.stringify(JSON.parse(json ?? '')['@graph'][0]);
  },

  'the share card': async ({ publication }, { address }) => {
    const story = [...publication.byPath.values()].find((one) => one.address === address);
    assert.ok(story?.kind === 'article');
    const sources = { publication, site: toSite(publication), assets: new Map() };
    return JSON.stringify(createArticleCard(sources, story));
  },

  'the Markdown version': async ({ site }, { address }) =>
    read(site, `${address.slice(0, -1)}.md`),

  'llms.txt': async ({ site }, { address }) => {
    const url = `${absolute(address).slice(0, -1)}.md`;
    return (await read(site, '/llms.txt')).split('\n').find((line) => line.includes(url));
  },

  'the search': async ({ origin, browser }, { address, headline }) => {
    if (!browser) return notAsked;
    const page = await browser.newPage();
    const query = new URLSearchParams({ q: headline });
    await page.goto(`${origin}${editionOf(address)}search/?${query}`);
    await page.locator('.search-result').first().waitFor();
    const found = page.locator(`.search-result:has(h2 a[href="${address}"])`);
    const text = (await found.count()) === 0 ? undefined : await found.innerText();
    await page.close();
    return text;
  },

  'a printed page': async ({ origin, browser }, { address }) => {
    if (!browser) return notAsked;
    const page = await browser.newPage();
    await page.goto(origin + address);
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('article.article').innerText();
    await page.close();
    return text;
  },

  'the live preview': async ({ dev }, { address }) => {
    const response = await fetch(dev + address);
    return response.ok ? textOf(await response.text(), 'article.article') : undefined;
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

const namesOf = (categories: readonly { name?: string; term?: string }[] = []) =>
  categories.map(({ name, term }) => name ?? term ?? '');

function textIn(html = ''): string {
  return textOf(`<body>${html}</body>`, 'body') ?? '';
}

function textOf(html: string, selector: string): string | undefined {
  return parseHTML(html)
    .document.querySelector(selector)
    ?.textContent?.replace(/\s+/gu, ' ')
    .trim();
}
