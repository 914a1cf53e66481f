import type { Element } from 'hast';
import { attributeOf, decodeEntities, elementsOf, textOf } from '../html/html-tree.ts';
import type { Fact, FactKind } from './fact.ts';

/**
 * Properties of schema.org that are read from single elements; the last have the lowest priority.
 */
const properties = {
  headline: 'title',
  datePublished: 'date',
  dateCreated: 'date',
  dateModified: 'updated',
  author: 'author',
  articleSection: 'section',
} as const satisfies Record<string, FactKind>;

/**
 * Microformats (hAtom, h-entry): classes of elements with a machine-readable date in an
 * attribute.
 */
const classes: readonly [form: RegExp, kind: FactKind][] = [
  [/(?:^| )(?:dt-)?published(?: |$)/u, 'date'],
  [/(?:^| )(?:dt-)?updated(?: |$)/u, 'updated'],
];

/** A fact from markup, with the item that it belongs to. */
interface MarkedFact {
  readonly fact: Fact;
  /** The element of that item; undefined if there is none. */
  readonly scope: Element | undefined;
}

/**
 * Collects microdata, RDFa (schema.org) and microformats about `article`: not about comments,
 * pictures, or other articles that the page announces.
 */
export function createMarkedFacts(article: Element | undefined) {
  const found: MarkedFact[] = [];
  const scopes: Element[] = [];
  return {
    /** Reads an element; returns whether it has markup. */
    take(element: Element, ancestors: readonly Element[]): boolean {
      const scope = ancestors.findLast(isScope);
      const property = propertyOf(element);
      const line = element.position?.start.line;
      const at = { line };
      if (isScope(element) && isArticle(element)) scopes.push(element);
      const isOfArticle = scope === undefined || isArticle(scope);
      const kind = property === undefined ? undefined : properties[property];
      if (kind !== undefined) {
        const value =
          element.tagName === 'meta' ? attributeOf(element, 'content') : itemValue(element);
        const href = attributeOf(element, 'href');
        const url = kind === 'author' && href ? { url: href } : {};
        const attribute = attributeOf(element, 'itemProp') ? 'itemprop' : 'property';
        const fact = { kind, value: decodeEntities(value), from: `${attribute}=${property}` };
        if (isOfArticle) found.push({ fact: { ...fact, ...url, ...at }, scope });
        return true;
      }
      const className = attributeOf(element, 'className');
      const value = attributeOf(element, 'title') || attributeOf(element, 'dateTime');
      const ofClass = classes.find(([form]) => form.test(className))?.[1];
      if (ofClass === undefined || element.tagName === 'time' || !/^\d{4}-?\d\d/u.test(value))
        return false;
      found.push({
        fact: { kind: ofClass, value, from: `class=${className}`, ...at },
        scope,
      });
      return true;
    },
    /** In order of priority. */
    facts(): Fact[] {
      const main =
        scopes.find((scope) => scope === article || isAround(scope, article)) ??
        scopes.find((scope) => isAround(article, scope)) ??
        scopes[0];
      return found
        .filter(({ scope }) => scope === undefined || main === undefined || scope === main)
        .map(({ fact }) => fact)
        .toSorted((one, other) => Number(isCreated(one)) - Number(isCreated(other)));
    },
  };
}

function isCreated({ from }: Fact): boolean {
  return from.endsWith('=dateCreated');
}

/** `itemprop`, else RDFa's `property` with or without a prefix, if it is one of `properties`. */
function propertyOf(element: Element): keyof typeof properties | undefined {
  const written =
    attributeOf(element, 'itemProp') ||
    attributeOf(element, 'property').replace(
      /(?<= |^)(?:schema:|https?:\/\/schema\.org\/)/gu,
      '',
    );
  return written
    .split(' ')
    .find((name): name is keyof typeof properties => Object.hasOwn(properties, name));
}

/** Whether an element starts an item, to which its descendants belong. */
function isScope(element: Element): boolean {
  return attributeOf(element, 'itemType') !== '' || attributeOf(element, 'typeOf') !== '';
}

function isArticle(scope: Element): boolean {
  const type = `${attributeOf(scope, 'itemType')} ${attributeOf(scope, 'typeOf')}`;
  return /(?:Article|Posting|Report|WebPage|ItemPage|CreativeWork|Recipe|Review|Blog)(?: |$)/u.test(
    type,
  );
}

function isAround(outer: Element | undefined, inner: Element | undefined): boolean {
  if (outer === undefined || inner === undefined) return false;
  return [...elementsOf(outer)].some(({ element }) => element === inner);
}

function itemValue(element: Element): string {
  for (const { element: inner } of elementsOf(element))
    if (attributeOf(inner, 'itemProp') === 'name' || attributeOf(inner, 'property') === 'name')
      return attributeOf(inner, 'content') || textOf(inner);
  return attributeOf(element, 'content') || attributeOf(element, 'dateTime') || textOf(element);
}
