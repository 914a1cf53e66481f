import type { Element, Root } from 'hast';
import type { Note } from '../draft.ts';
import { decodeEntities } from '../html/decode-entities.ts';
import { attributeOf, elementsOf, rawText, textOf } from '../html/html-tree.ts';
import { bylineOf } from './byline-of.ts';
import { dateLinesOf } from './date-lines.ts';
import type { Fact, FactKind } from './fact.ts';
import { factsOfMeta, metaRank } from './meta-facts.ts';
import { readJsonLd } from './read-json-ld.ts';

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
 * of the head, microdata, and last what readers see in `article` and around it.
 */
export function readFacts(
  page: Root,
  article: Element | undefined,
  timeZone: string,
): { facts: Fact[]; notes: Note[] } {
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
        const order = metaRank(name);
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
          seen.push({
            kind: 'title',
            value: decodeEntities(textOf(element)),
            from: '<title>',
            ...at,
          });
        break;
      case 'time': {
        const isInside = article !== undefined && ancestors.includes(article);
        if (property || !(isInside || isWithin(ancestors, ['article', 'main', 'header'])))
          break;
        const value = attributeOf(element, 'dateTime') || textOf(element);
        const words = `${attributeOf(element, 'className')} ${attributeOf(ancestors.at(-1) ?? element, 'className')}`;
        const kind = /updat|modif/iu.test(words) ? 'updated' : 'date';
        seen.push({ kind, value, from: '<time>', seen: true, ...at });
        break;
      }
      case 'h1': {
        const value = decodeEntities(headlineIn(element));
        if (value && !isWithin(ancestors, ['nav', 'footer', 'aside']))
          seen.push({ kind: 'title', value, from: '<h1>', seen: true, ...at });
        break;
      }
    }
    if (rel.includes('license') && href) {
      const value = textOf(element) || href;
      marked.push({ kind: 'licence', value, url: href, from: 'rel=license', ...at });
    }
    const kind = properties[property];
    if (kind !== undefined && element.tagName !== 'meta') {
      const value = decodeEntities(microdataOf(element));
      const url = kind === 'author' && href ? { url: href } : {};
      marked.push({ kind, value, from: `itemprop=${property}`, ...url, ...at });
    } else if (kind !== undefined && content)
      marked.push({ kind, value: content, from: `itemprop=${property}`, ...at });
    seen.push(...bylineOf(element, ancestors, rel, href));
  }
  if (article !== undefined) seen.push(...dateLinesOf(article, timeZone));
  metaFacts.sort((one, other) => one.order - other.order);
  const facts = [...told, ...metaFacts.flatMap((entry) => entry.facts), ...marked, ...seen];
  return { facts: facts.filter(({ value }) => value !== ''), notes };
}

/** The words of a heading without those of its buttons and of links to itself. */
function headlineIn(heading: Element): string {
  const wordsOf = (node: Element): string =>
    node.children
      .map((child) => {
        if (child.type === 'text') return child.value;
        if (child.type !== 'element') return '';
        const isControl =
          /^(?:button|svg|script|style|template|noscript)$/u.test(child.tagName) ||
          attributeOf(child, 'role') === 'button' ||
          (child.tagName === 'a' && /^[#¶§🔗\s]*$/u.test(textOf(child)));
        if (isControl) return '';
        if (child.tagName === 'ruby') return textOf(child);
        return child.tagName === 'br' ? ' ' : wordsOf(child);
      })
      .join('');
  return wordsOf(heading).replace(/\s+/gu, ' ').trim();
}

function microdataOf(element: Element): string {
  for (const { element: inner } of elementsOf(element))
    if (attributeOf(inner, 'itemProp') === 'name')
      return attributeOf(inner, 'content') || textOf(inner);
  return attributeOf(element, 'content') || attributeOf(element, 'dateTime') || textOf(element);
}

function isWithin(ancestors: readonly Element[], names: readonly string[]): boolean {
  return ancestors.some(({ tagName }) => names.includes(tagName));
}
