import type { Element, ElementContent, Root, RootContent } from 'hast';
import { kindOfAddress, tidyAddress } from '../../content/markdown/address.ts';
import { truncate } from '../../language/truncate.ts';
import type { Note } from '../draft.ts';
import { dropSoftBreaks } from '../plain-text.ts';
import type { Resolve } from '../web-address.ts';
import { choosePicture, hasAddress } from './choose-picture.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';

/** Elements that are never part of an article's text. */
const dropped = new Set('script style template base frameset wbr'.split(' '));

/**
 * Sanitizes and simplifies a page, or the HTML of one article (`isArticle`), in place: removes
 * scripts, styles and handlers, reduces unsafe links to their text, replaces players by links,
 * and resolves lazy-loaded pictures. Returns notes.
 */
export function cleanHtml(page: Root, resolve: Resolve, { isArticle = false } = {}): Note[] {
  const notes: Note[] = [];
  clean(page, { resolve, notes }, isArticle);
  return notes;
}

/** Shared state of a cleaning. */
interface Cleaning {
  readonly resolve: Resolve;
  readonly notes: Note[];
}

function clean(parent: Root | Element, cleaning: Cleaning, isWithin: boolean): void {
  const inArticle =
    isWithin || ('tagName' in parent && ['article', 'main'].includes(parent.tagName));
  const children: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    if (child.type === 'comment' || child.type === 'doctype') continue;
    if (child.type !== 'element') {
      if (child.type === 'text') child.value = dropSoftBreaks(child.value);
      children.push(child);
      continue;
    }
    if (dropped.has(child.tagName)) continue;
    const repeated = resolveNoscript(child, parent);
    if (repeated !== undefined) {
      children.push(...repeated);
      continue;
    }
    dropHandlers(child);
    const link = replacePlayer(child, cleaning, inArticle);
    if (link !== undefined) {
      children.push(...link);
      continue;
    }
    if (child.tagName === 'a') disarm(child, cleaning.notes);
    if (child.tagName === 'amp-img') child.tagName = 'img';
    if (child.tagName === 'img') {
      const siblings =
        'tagName' in parent && parent.tagName === 'picture' ? parent.children : [];
      choosePicture(
        child,
        siblings.filter((node): node is Element => node.type === 'element' && node !== child),
      );
    }
    clean(child, cleaning, inArticle);
    children.push(child);
  }
  parent.children = children as Element['children'];
}

/**
 * Resolves a <noscript> copy of a lazy-loaded picture: the picture beside it gets its URL, and
 * the copy is removed. Without such a picture, the copy replaces its <noscript>. Undefined for a
 * <noscript> without a picture.
 */
function resolveNoscript(element: Element, parent: Root | Element): Element[] | undefined {
  const [repeated] = picturesIn(element);
  if (element.tagName !== 'noscript' || repeated === undefined) return undefined;
  if ('tagName' in parent && parent.tagName === 'img') return [];
  choosePicture(repeated);
  const beside = parent.children.flatMap((other) =>
    other !== element && other.type === 'element' ? picturesIn(other) : [],
  );
  if (beside.length === 0) return [repeated];
  const index = parent.children.indexOf(element as never);
  const before = parent.children
    .slice(0, index)
    .flatMap((other) => (other.type === 'element' ? picturesIn(other) : []))
    .at(-1);
  const late = before ?? beside[0];
  if (late && hasAddress(repeated)) {
    late.properties = { ...repeated.properties, ...withoutAddresses(late) };
    late.properties['src'] = attributeOf(repeated, 'src');
    late.properties['alt'] = attributeOf(late, 'alt') || attributeOf(repeated, 'alt');
  }
  return [];
}

function picturesIn(element: Element): Element[] {
  const all = [element, ...[...elementsOf(element)].map(({ element: inner }) => inner)];
  return all.filter(({ tagName }) => /^(?:amp-)?img$/u.test(tagName));
}

function withoutAddresses(picture: Element): Element['properties'] {
  return Object.fromEntries(
    Object.entries(picture.properties).filter(([name]) => !/src|^data/iu.test(name)),
  );
}

function dropHandlers(element: Element): void {
  for (const name of Object.keys(element.properties))
    if (/^on/iu.test(name) || name === 'srcDoc' || name === 'formAction')
      delete element.properties[name];
}

/** Reduces a link with a scheme other than a web or contact address to its text. */
function disarm(element: Element, notes: Note[]): void {
  const href = attributeOf(element, 'href');
  if (href === '' || kindOfAddress(tidyAddress(href)) !== 'other') return;
  element.tagName = 'span';
  element.properties = {};
  const line = element.position?.start.line;
  const short = truncate(href, 61);
  notes.push({
    line,
    field: 'link',
    message: `“${textOf(element)}” becomes plain text: its link ${JSON.stringify(short)} is not a web address`,
    certainty: 'likely',
  });
}

/** Elements that play media, and the attributes with their URL. */
const players: Readonly<Record<string, readonly string[]>> = {
  iframe: ['src', 'dataSrc', 'dataLazySrc'],
  'amp-iframe': ['src'],
  'amp-video': ['src'],
  'amp-audio': ['src'],
  'amp-youtube': ['dataVideoid'],
  'amp-twitter': ['dataTweetid'],
  video: ['src', 'dataSrc'],
  audio: ['src', 'dataSrc'],
  embed: ['src'],
  object: ['data'],
};

/** Prefixes for players that have only an id. */
const shown: Readonly<Record<string, string>> = {
  'amp-youtube': 'https://www.youtube.com/watch?v=',
  'amp-twitter': 'https://twitter.com/i/status/',
};

const advertising =
  /doubleclick|googlesyndication|googletagmanager|adservice|amazon-adsystem|taboola|outbrain/iu;

/**
 * Replaces a player by a link. Empty for one without a URL, or an advertisement. Undefined for
 * other elements.
 */
function replacePlayer(
  element: Element,
  { resolve, notes }: Cleaning,
  inArticle: boolean,
): ElementContent[] | undefined {
  const names = players[element.tagName];
  if (names === undefined) return undefined;
  const found =
    names.map((name) => attributeOf(element, name)).find(Boolean) ?? sourceIn(element);
  const written = tidyAddress(
    found && !found.includes('/') ? `${shown[element.tagName] ?? ''}${found}` : (found ?? ''),
  );
  const address = resolve(written) ?? written;
  const kind = kindOfAddress(address);
  const hidden =
    [attributeOf(element, 'width'), attributeOf(element, 'height')].some((size) =>
      /^[01](?:px)?$/u.test(size),
    ) || /display:\s*none/iu.test(attributeOf(element, 'style'));
  const line = element.position?.start.line;
  if ((kind !== 'web' && kind !== 'internal') || hidden || advertising.test(address)) {
    if (!inArticle) return [];
    const message = `a <${element.tagName}> ${address === '' ? 'without an address' : `of ${address}`}`;
    notes.push({
      line,
      ...{ field: 'dropped', message, certainty: 'likely' },
    });
    return [];
  }
  const title = attributeOf(element, 'title') || attributeOf(element, 'ariaLabel');
  notes.push({
    line,
    field: 'link',
    message: `<${element.tagName}> becomes a link: ${address}`,
    certainty: 'likely',
  });
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [{ type: 'text', value: title || address }],
  };
  return [{ type: 'element', tagName: 'p', properties: { dataEmbed: '' }, children: [link] }];
}

function sourceIn(element: Element): string | undefined {
  for (const { element: inner } of elementsOf(element)) {
    const address = attributeOf(inner, 'src');
    if (address && ['source', 'embed', 'iframe', 'video'].includes(inner.tagName))
      return address;
  }
  return undefined;
}
