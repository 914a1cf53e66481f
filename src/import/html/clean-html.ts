import type { Element, ElementContent, Root, RootContent } from 'hast';
import { kindOfAddress, tidyAddress } from '../../markdown/address.ts';
import type { Note } from '../draft.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';
import { replacePlayer } from './replace-player.ts';
import type { Resolve } from './whole-address.ts';

/** What never is an article's text, whatever is in it. */
const dropped = new Set('script style template base frameset'.split(' '));

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

/** What cleaning needs to know, and where it notes what it does. */
export interface Cleaning {
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
    const link = replacePlayer(child, cleaning, inArticle);
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
