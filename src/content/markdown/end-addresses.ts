import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { addressEnd, hasRunOn } from './address-end.ts';

/** White space, by which a parser ends an address. */
const blanks = '\u2005\u2004\u2006\u2008\u2009\u200a\u2000\u2001\u1680\u205f';

/**
 * What `parse` makes of a source, with its bare addresses ending where `addressEnd` says. White
 * space stands there while the source is parsed, so that `**` after an address ends emphasis too.
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

/** Offsets at which bare addresses of a source have to end, in order. */
function findEnds(tree: Root, source: string, language: string): number[] {
  const ends: number[] = [];
  visit(tree, 'link', (link) => {
    const address = bareAddress(link, source);
    const start = link.position?.start.offset;
    if (address === undefined || start === undefined) return;
    // Another may follow where one ends; that of a link of Markdown ends by itself.
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
  // The address of a link that took the white space for its own is that of its words.
  visit(tree, 'link', (link) => {
    const [only] = link.children;
    if (!link.url.includes(blank) || only?.type !== 'text') return;
    link.url = link.url.slice(0, Math.max(0, link.url.length - only.value.length)) + only.value;
  });
  return next === characters.length ? tree : undefined;
}

/** Ends what is still too long: addresses without a position, written with an escape. */
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

/** The words of a link that are its address, where nothing else says where it ends. */
function bareAddress({ children, position, url }: Link, source: string): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text') return undefined;
  const { value } = only;
  if (url !== value && url !== `http://${value}`) return undefined;
  const start = position?.start.offset;
  return start === undefined || source.startsWith(value, start) ? value : undefined;
}
