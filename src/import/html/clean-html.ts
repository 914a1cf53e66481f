import type { Element, ElementContent, Root, RootContent } from 'hast';
import { kindOfAddress, tidyAddress } from '../../markdown/address.ts';
import type { Note } from '../draft.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';
import type { Resolve } from './whole-address.ts';

/** What never is an article's text, whatever is in it. */
const dropped = new Set('script style template base frameset dialog'.split(' '));

/** What plays something, and the attributes that say what. */
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

/** Where the files of players that are told by an id alone are shown. */
const shown: Readonly<Record<string, string>> = {
  'amp-youtube': 'https://www.youtube.com/watch?v=',
  'amp-twitter': 'https://twitter.com/i/status/',
};

const advertising =
  /doubleclick|googlesyndication|googletagmanager|adservice|amazon-adsystem|taboola|outbrain/iu;

/** Attributes in which pages keep a picture's address until it is scrolled to. */
const lazy = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataLazy', 'dataUrl'] as const;

/**
 * Makes a page, or the HTML of one article (`isArticle`), harmless and plain, in place: no
 * scripts, styles, handlers; links that run something are their words; what is played elsewhere
 * is a link to it; pictures that wait for a script have their address.
 */
export function cleanHtml(page: Root, resolve: Resolve, isArticle = false): Note[] {
  const notes: Note[] = [];
  clean(page, { resolve, notes }, isArticle);
  return notes;
}

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
      children.push(child);
      continue;
    }
    if (dropped.has(child.tagName) || isRepeated(child, parent)) continue;
    dropHandlers(child);
    const link = linkInstead(child, cleaning, inArticle);
    if (link !== undefined) {
      children.push(...link);
      continue;
    }
    if (child.tagName === 'a') disarm(child, cleaning.notes);
    if (child.tagName === 'amp-img') child.tagName = 'img';
    if (child.tagName === 'img') findAddress(child);
    clean(child, cleaning, inArticle);
    children.push(child);
  }
  parent.children = children as Element['children'];
}

/** A picture that a script loads late is repeated for readers without scripts. */
function isRepeated(element: Element, parent: Root | Element): boolean {
  const holdsPicture = (node: Element) =>
    [...elementsOf(node)].some(({ element: inner }) => inner.tagName === 'img');
  if (element.tagName !== 'noscript' || !holdsPicture(element)) return false;
  return parent.children.some(
    (other) =>
      other !== element &&
      other.type === 'element' &&
      (/^(?:amp-)?img$/u.test(other.tagName) || holdsPicture(other)),
  );
}

function dropHandlers(element: Element): void {
  for (const name of Object.keys(element.properties))
    if (/^on/iu.test(name) || name === 'srcDoc' || name === 'formAction')
      delete element.properties[name];
}

/** A link that would run or hold something else than an address becomes its words. */
function disarm(element: Element, notes: Note[]): void {
  const href = attributeOf(element, 'href');
  if (href === '' || kindOfAddress(tidyAddress(href)) !== 'other') return;
  element.tagName = 'span';
  element.properties = {};
  const line = element.position?.start.line;
  const short = href.length > 60 ? `${href.slice(0, 60)}…` : href;
  notes.push({
    ...(line !== undefined && { line }),
    field: 'link',
    message: `“${textOf(element)}” is plain text now: its link ${JSON.stringify(short)} leads to no page`,
    certainty: 'likely',
  });
}

/** The link that stands for a player; nothing for one without an address, or an advertisement. */
function linkInstead(
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
      ...(line !== undefined && { line }),
      ...{ field: 'left out', message, certainty: 'likely' },
    });
    return [];
  }
  const title = attributeOf(element, 'title') || attributeOf(element, 'ariaLabel');
  notes.push({
    ...(line !== undefined && { line }),
    field: 'link',
    message: `what a <${element.tagName}> played or showed is a link now: ${address}`,
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

function findAddress(picture: Element): void {
  const src = attributeOf(picture, 'src');
  const waiting = lazy.map((name) => attributeOf(picture, name)).find(Boolean);
  if (
    waiting !== undefined &&
    (src === '' || /^data:|blank|placeholder|spacer|1x1/iu.test(src))
  )
    picture.properties['src'] = waiting;
  const list = attributeOf(picture, 'dataSrcset') || attributeOf(picture, 'dataSrcSet');
  if (list && !picture.properties['srcSet']) picture.properties['srcSet'] = list;
  const now = attributeOf(picture, 'src');
  if (now !== '' && !/^data:/iu.test(now)) return;
  const first = (list || attributeOf(picture, 'srcSet')).trim().split(/\s/u)[0];
  if (first) picture.properties['src'] = first;
}
