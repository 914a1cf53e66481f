import type { Element, Root } from 'hast';
import type { Note } from '../draft.ts';
import { decodeEntities } from '../html/decode-entities.ts';
import { attributeOf, elementsOf, rawText, textOf } from '../html/html-tree.ts';
import type { Fact, FactKind } from './fact.ts';
import { readJsonLd } from './read-json-ld.ts';

/** `<meta name>` and `<meta property>`, lower-case, in the order in which they are believed. */
const metas: readonly [name: string, kind: FactKind][] = [
  ['og:title', 'title'],
  ['twitter:title', 'title'],
  ['article:published_time', 'date'],
  ['og:published_time', 'date'],
  ['parsely-pub-date', 'date'],
  ['dc.date.issued', 'date'],
  ['dcterms.created', 'date'],
  ['dc.date', 'date'],
  ['pubdate', 'date'],
  ['date', 'date'],
  ['article:modified_time', 'updated'],
  ['og:updated_time', 'updated'],
  ['dcterms.modified', 'updated'],
  ['last-modified', 'updated'],
  ['article:author', 'author'],
  ['parsely-author', 'author'],
  ['author', 'author'],
  ['dc.creator', 'author'],
  ['twitter:creator', 'author'],
  ['article:section', 'section'],
  ['parsely-section', 'section'],
  ['article:tag', 'topic'],
  ['news_keywords', 'topic'],
  ['keywords', 'topic'],
  ['og:description', 'summary'],
  ['description', 'summary'],
  ['twitter:description', 'summary'],
  ['og:locale', 'lang'],
  ['og:site_name', 'site'],
  ['application-name', 'site'],
  ['og:url', 'canonical'],
  ['og:image', 'picture'],
  ['twitter:image', 'picture'],
];
const rank = new Map(metas.map(([name], index) => [name, index]));

/** Microdata (schema.org), as far as one element says one thing. */
const properties: Readonly<Record<string, FactKind>> = {
  headline: 'title',
  datePublished: 'date',
  dateModified: 'updated',
  author: 'author',
  articleSection: 'section',
};

/**
 * All that a page says of its article, the most reliable first: JSON-LD, meta elements and links
 * of the head, microdata, and last what readers see.
 */
export function readFacts(page: Root): { facts: Fact[]; notes: Note[] } {
  const told: Fact[] = [];
  const metaFacts: { order: number; facts: Fact[] }[] = [];
  const marked: Fact[] = [];
  const seen: Fact[] = [];
  const notes: Note[] = [];
  for (const { element, ancestors } of elementsOf(page)) {
    const line = element.position?.start.line;
    const at = line === undefined ? {} : { line };
    const href = attributeOf(element, 'href');
    const rel = attributeOf(element, 'rel').toLowerCase().split(/\s+/u);
    const content = attributeOf(element, 'content');
    const property = attributeOf(element, 'itemProp').split(' ')[0] ?? '';
    switch (element.tagName) {
      case 'script': {
        if (!/^application\/ld\+json/iu.test(attributeOf(element, 'type'))) break;
        const facts = readJsonLd(rawText(element), line);
        if (facts === undefined) {
          const message = 'the JSON-LD of the page is no JSON and was not read';
          notes.push({ ...at, field: 'left out', message, certainty: 'likely' });
        } else if (told.length === 0) told.push(...facts);
        break;
      }
      case 'meta': {
        const name = (
          attributeOf(element, 'property') || attributeOf(element, 'name')
        ).toLowerCase();
        const order = rank.get(name);
        if (order !== undefined && content !== '')
          metaFacts.push({ order, facts: factsOfMeta(name, content, at) });
        break;
      }
      case 'html': {
        const lang = attributeOf(element, 'lang') || attributeOf(element, 'xmlLang');
        if (lang)
          metaFacts.push({
            order: -1,
            facts: [{ kind: 'lang', value: lang, from: '<html lang>', ...at }],
          });
        break;
      }
      case 'link':
        if (rel.includes('canonical') && href)
          metaFacts.push({
            order: -1,
            facts: [{ kind: 'canonical', value: href, from: '<link rel=canonical>', ...at }],
          });
        break;
      case 'title':
        if (!ancestors.some(({ tagName }) => tagName === 'svg'))
          seen.push({ kind: 'title', value: textOf(element), from: '<title>', ...at });
        break;
      case 'time': {
        if (!isWithin(ancestors, ['article', 'main', 'header']) || property) break;
        const value = attributeOf(element, 'dateTime') || textOf(element);
        const words = `${attributeOf(element, 'className')} ${attributeOf(ancestors.at(-1) ?? element, 'className')}`;
        const kind = /updat|modif/iu.test(words) ? 'updated' : 'date';
        seen.push({ kind, value, from: '<time>', seen: true, ...at });
        break;
      }
      case 'h1': {
        const value = textOf(element);
        if (value) seen.unshift({ kind: 'title', value, from: '<h1>', seen: true, ...at });
        break;
      }
    }
    if (rel.includes('license') && href) {
      const value = textOf(element) || href;
      marked.push({ kind: 'licence', value, url: href, from: 'rel=license', ...at });
    }
    const kind = properties[property];
    if (kind !== undefined && element.tagName !== 'meta') {
      const value = microdataOf(element);
      const url = kind === 'author' && href ? { url: href } : {};
      marked.push({ kind, value, from: `itemprop=${property}`, ...url, ...at });
    } else if (kind !== undefined && content)
      marked.push({ kind, value: content, from: `itemprop=${property}`, ...at });
    seen.push(...bylineOf(element, rel, href, at));
  }
  metaFacts.sort((one, other) => one.order - other.order);
  const facts = [...told, ...metaFacts.flatMap((entry) => entry.facts), ...marked, ...seen];
  return { facts: facts.filter(({ value }) => value !== ''), notes };
}

function factsOfMeta(name: string, content: string, at: { line?: number }): Fact[] {
  const kind = metas[rank.get(name) ?? -1]?.[1];
  if (kind === undefined) return [];
  const value = decodeEntities(content).replace(/\s+/gu, ' ').trim();
  const from = `meta ${name}`;
  // A profile on a social network is no name.
  if (kind === 'author' && /^(?:https?:|@)/iu.test(value)) return [];
  if (kind !== 'topic' || name === 'article:tag') return [{ kind, value, from, ...at }];
  return value.split(/[,;，、]/u).map((topic) => ({ kind, value: topic.trim(), from, ...at }));
}

function microdataOf(element: Element): string {
  for (const { element: inner } of elementsOf(element))
    if (attributeOf(inner, 'itemProp') === 'name')
      return attributeOf(inner, 'content') || textOf(inner);
  return attributeOf(element, 'content') || attributeOf(element, 'dateTime') || textOf(element);
}

/** The names in what looks like the line below a headline. */
function bylineOf(
  element: Element,
  rel: string[],
  href: string,
  at: { line?: number },
): Fact[] {
  const isLink = element.tagName === 'a' && rel.includes('author');
  const isLine = /(?:^| )(?:byline|author-name|article-author|writer)(?: |$)/iu.test(
    attributeOf(element, 'className'),
  );
  if (!isLink && !isLine) return [];
  const value = textOf(element);
  if (value.length > 120) return [];
  const from = isLink ? 'rel=author' : `class=${attributeOf(element, 'className')}`;
  return [
    { kind: 'author', value, from, seen: true, ...(isLink && href && { url: href }), ...at },
  ];
}

function isWithin(ancestors: readonly Element[], names: readonly string[]): boolean {
  return ancestors.some(({ tagName }) => names.includes(tagName));
}
