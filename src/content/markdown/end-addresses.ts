import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** White space characters; a parser ends a bare URL at any of them. */
const blanks = '\u2005\u2004\u2006\u2008\u2009\u200a\u2000\u2001\u1680\u205f';

/**
 * Parses a source so that its bare URLs end where `addressEnd` says. During parsing, a white
 * space character takes the place of the character after each URL, so that `**` after a URL can
 * close emphasis.
 */
export function endAddresses(
  source: string,
  language: string,
  parse: (source: string) => Root,
): Root {
  const tree = parse(source);
  if (!hasRunOn(source)) return tree;
  const ends = findEnds(tree, source, language);
  const blank = [...blanks].find((character) => !source.includes(character));
  const masked =
    ends.length > 0 && blank !== undefined
      ? parseMasked(source, ends, blank, parse)
      : undefined;
  const ended = masked ?? tree;
  splitLinks(ended, source, language);
  return ended;
}

/** Offsets at which the bare URLs of a source have to end, in order. */
function findEnds(tree: Root, source: string, language: string): number[] {
  const ends: number[] = [];
  visit(tree, 'link', (link) => {
    const address = bareAddress(link, source);
    const start = link.position?.start.offset;
    if (address === undefined || start === undefined) return;
    // A second URL may follow directly. A Markdown link has its own end.
    let from = start;
    for (const part of address.split(/(?<!^)(?=https?:\/\/|www\.)/iu)) {
      const end = addressEnd(part, language);
      const isLink = source.slice(from - 2, from) === '](';
      if (end < part.length && !isLink) ends.push(from + end);
      from += part.length;
    }
  });
  return ends;
}

function parseMasked(
  source: string,
  ends: readonly number[],
  blank: string,
  parse: (source: string) => Root,
): Root | undefined {
  const hidden = ends.map((end) => String.fromCodePoint(source.codePointAt(end) ?? 0x20));
  let masked = '';
  for (const [index, end] of ends.entries())
    masked += source.slice(masked.length, end) + blank.repeat(hidden[index]?.length ?? 1);
  masked += source.slice(masked.length);

  const tree = parse(masked);
  const characters = hidden.join('').split('');
  let next = 0;
  visit(tree, (node) => {
    if ('value' in node)
      node.value = node.value.replaceAll(blank, () => characters[next++] ?? blank);
  });
  // A link whose URL contains the inserted white space: its text is its URL.
  visit(tree, 'link', (link) => {
    const [only] = link.children;
    if (!link.url.includes(blank) || only?.type !== 'text') return;
    link.url = link.url.slice(0, Math.max(0, link.url.length - only.value.length)) + only.value;
  });
  return next === characters.length ? tree : undefined;
}

/**
 * Shortens the remaining links that are too long: those without a position, written with an
 * escape.
 */
function splitLinks(tree: Root, source: string, language: string): void {
  visit(tree, 'link', (link, index, parent) => {
    const address = bareAddress(link, source);
    if (address === undefined || parent === undefined || index === undefined) return;
    const end = addressEnd(address, language);
    if (end === address.length) return;
    link.url = link.url.slice(0, end - address.length);
    link.children = [{ type: 'text', value: address.slice(0, end) }];
    parent.children.splice(index + 1, 0, { type: 'text', value: address.slice(end) });
  });
}

/** The text of a link that is also its URL, if nothing else marks where it ends. */
function bareAddress({ children, position, url }: Link, source: string): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text') return undefined;
  const { value } = only;
  if (url !== value && url !== `http://${value}`) return undefined;
  const start = position?.start.offset;
  return start === undefined || source.startsWith(value, start) ? value : undefined;
}

/** Letters that follow a word without a space. */
const eastAsianLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/**
 * Brackets, quotation marks and full-width punctuation. `‘` and `’` occur in page names, so
 * they are not included.
 */
const enclosing =
  /[[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u3001-\u3003\u3008-\u3020\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufe30-\ufe6f]--[\p{ASCII}‘’]]/v;
/** Dashes, dots, arrows and similar signs, Arabic and Spanish punctuation, direction marks. */
const parting =
  /[—―…‥•‣※†‡§¶¿¡،؛؟۔\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u2190-\u21ff\u2500-\u25ff\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff]/u;
/** An English suffix. `McDonald's` has a straight apostrophe and can be part of a page name. */
const possessive = /’(?:s|d|m|ll|re|ve)$/iu;
/** Characters that a host name cannot contain. */
const afterHost = /(?!\u200c|\u200d)[^\p{L}\p{N}\p{M}.:@%_[\]-]/u;

/**
 * The length of a bare URL. GFM ends a URL at a space, `<` or ASCII punctuation. This also ends
 * it before quotation marks, brackets, em dashes, arrows and full-width punctuation, before
 * characters that a host name cannot contain, and, in Chinese, Japanese and Korean text, before
 * letters of these languages. Other punctuation at its end, and `’s`, belong to the sentence.
 */
export function addressEnd(address: string, language: string): number {
  let end = Math.min(
    ...[enclosing, parting].map((pattern) => lengthTo(pattern, address)),
    hostEnd(address),
  );
  if (/^(?:zh|ja|ko)\b/iu.test(language)) end = Math.min(end, firstLetter(address));
  for (let at = end - 1; at >= 0 && /\p{P}/u.test(address.charAt(at)); at--)
    if (address.charCodeAt(at) > 127) end = at;
  return address.slice(0, end).replace(possessive, '').length;
}

function lengthTo(pattern: RegExp, address: string): number {
  const at = address.search(pattern);
  return at < 0 ? address.length : at;
}

/** The end of the host name if the next character cannot start a path. */
function hostEnd(address: string): number {
  const start = /^https?:\/\//iu.exec(address)?.[0].length ?? 0;
  const length = lengthTo(afterHost, address.slice(start));
  return /^(?:[/?#]|$)/u.test(address.slice(start + length)) ? address.length : start + length;
}

/** The offset of the first East Asian letter after the host name. */
function firstLetter(address: string): number {
  const [start = '', host = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)/iu.exec(address) ?? [];
  const from = start.length - host.length + nameLength(host);
  const letter = address.slice(from).search(eastAsianLetter);
  return letter < 0 ? address.length : from + letter;
}

/**
 * The length of a host name in East Asian letters: the one in `한국.example에서` ends before `에서`.
 */
function nameLength(host: string): number {
  if (!eastAsianLetter.test(host.charAt(0))) return 0;
  let length = 0;
  for (const label of host.split('.')) {
    const letter = label.search(eastAsianLetter);
    if (letter > 0) return length + letter;
    length += label.length + 1;
  }
  return host.length;
}

/** Whether a source may contain a bare URL that does not end where GFM ends it. Linear time. */
export function hasRunOn(source: string): boolean {
  if (!beyondAscii.test(source) && !quoted.test(source)) return false;
  let end = 0;
  for (const { index } of source.matchAll(/\/\/|www\./giu)) {
    if (index < end) continue;
    // A URL in parentheses ends at the closing one.
    const isLink = /\]\((?:https?:)?$/iu.test(source.slice(Math.max(0, index - 8), index));
    const ending = isLink ? /[\s<)]|$/gu : /[\s<]|$/gu;
    ending.lastIndex = index;
    end = ending.exec(source)?.index ?? source.length;
    if (!isLink && suspect.test(source.slice(index, end))) return true;
  }
  return false;
}

const beyondAscii = /[^\0-\x7f]/;
/** `https://a.example's` */
const quoted = /(?:\/\/|www\.)(?:[\w.:]|-)+['"]/iu;
const suspect = new RegExp(
  `${eastAsianLetter.source}|${parting.source}|[[\\p{P}]--\\p{ASCII}]|${quoted.source}`,
  'iv',
);
