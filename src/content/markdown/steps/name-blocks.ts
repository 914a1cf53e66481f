import { hash } from 'node:crypto';
import GithubSlugger, { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { collapse, toPlainText } from '../plain-text.ts';
import { eachElement } from '../visit-tree.ts';
import { headingDepth, headingText } from './level-headings.ts';

/** The prefix of ids that the article itself set. */
export const anchorPrefix = 'user-content-';

/**
 * Gives headings and paragraphs their ids, derived from their text as written (so it runs
 * before typographic quotes). Other elements keep the ids and names that the article set, with
 * a prefix. Returns the new id for each of the article's own names.
 */
export function nameBlocks(tree: Root): Map<string, string> {
  const slugger = new GithubSlugger();
  const paragraphs = new Map<string, number>();
  const names = new Map<string, string>();
  const anchors = new Set<string>();
  eachElement(tree, (node) => {
    const { properties } = node;
    const given = givenName(node);
    delete properties['name'];
    if (properties['id'] === anchorPrefix) delete properties['id'];
    const id =
      given === undefined && properties['id'] !== undefined
        ? String(properties['id']) // set by the interface
        : headingDepth(node) !== undefined
          ? headingId(headingText(node), slugger)
          : node.tagName === 'p'
            ? repeated(toPlainText(node, { asWritten: true }), paragraphs)
            : undefined;
    if (id !== undefined) properties['id'] = id;
    if (given === undefined) return;
    // HTML allows no white space in an id.
    const own = anchorPrefix + given.replace(/\s+/gu, '-');
    if (id === undefined && anchors.has(own)) delete properties['id'];
    else if (id === undefined) properties['id'] = own;
    if (id === undefined) anchors.add(own);
    if (!names.has(given)) names.set(given, id ?? own);
  });
  return names;
}

/** The name that the article gave to an element, without the sanitiser's prefix. */
function givenName({ properties }: Element): string | undefined {
  for (const value of [properties['id'], properties['name']])
    if (typeof value === 'string' && value.startsWith(anchorPrefix) && value !== anchorPrefix)
      return value.slice(anchorPrefix.length);
  return undefined;
}

/**
 * Headings cannot take ids of the interface, of paragraphs, or of the article's own anchors.
 */
function headingId(text: string, slugger: GithubSlugger): string {
  const plain = slug(text.normalize('NFC'));
  const words = /[\p{L}\p{N}]/u.test(plain) ? plain : 'section';
  const taken =
    words.startsWith('ui-') || words.startsWith(anchorPrefix) || isParagraphId(words);
  return slugger.slug(taken ? `section-${words}` : words, true);
}

function repeated(text: string, seen: Map<string, number>): string | undefined {
  if (text === '') return undefined;
  const id = paragraphId(text);
  const times = (seen.get(id) ?? 0) + 1;
  seen.set(id, times);
  return times === 1 ? id : `${id}-${times}`;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The id of a paragraph, which depends only on its text: `p-` and the first 40 bits of the
 * SHA-256 of the text (NFC, white space collapsed) in base32 (RFC 4648, lower-case).
 */
export function paragraphId(text: string): string {
  let bits = Number.parseInt(hash('sha256', collapse(text).normalize('NFC')).slice(0, 10), 16);
  let id = '';
  for (; id.length < 8; bits = Math.floor(bits / 32)) id = alphabet[bits % 32] + id;
  return `p-${id}`;
}

/** Whether a text has the form of a paragraph id. */
export function isParagraphId(id: string): boolean {
  return /^p-[a-z2-7]{8}(?:-\d+)?$/u.test(id);
}
