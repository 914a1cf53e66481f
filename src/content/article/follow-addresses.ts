import type { Definition, Image, Link, LinkReference, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { decodePercent } from '../../language/decode-percent.ts';
import { kindOfAddress, tidyAddress } from '../markdown/address.ts';
import { findDataFile } from '../markdown/data-files.ts';
import { needsReference } from '../markdown/needs-reference.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { scanHtml } from '../markdown/unsupported/scan-html.ts';

/**
 * Resolves an address within the publication; undefined for a broken link, whose page shows only
 * its words.
 */
export type Follow = (address: string, kind: 'link' | 'picture') => string | undefined;

/** A range of a text and its replacement. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Rewrites links and pictures within the publication to the addresses that `follow` returns. A
 * broken link becomes its words. Everything else stays.
 */
export function followAddresses(markdown: string, follow: Follow): string {
  const tree = parseMarkdown(markdown, needsReference(markdown) ? 'reference' : 'fast');
  const edits: Edit[] = [];
  const lost = new Set<string>();
  visit(tree, 'definition', (node) => {
    const target = targetOf(node.url, 'link', follow);
    if (target === 'kept') return;
    if (target === undefined) lost.add(node.identifier.toUpperCase());
    edits.push(...editsOf(node, markdown, target));
  });
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image') {
      const target = targetOf(node.url, node.type === 'link' ? 'link' : 'picture', follow);
      if (target !== 'kept') edits.push(...editsOf(node, markdown, target));
    } else if (node.type === 'linkReference' && lost.has(node.identifier.toUpperCase()))
      edits.push(...editsOf(node, markdown, undefined));
    else if (node.type === 'leafDirective') edits.push(...editsOfData(node, markdown, follow));
  });
  edits.push(...editsOfHtml(tree, markdown, follow));
  return applyEdits(markdown, edits);
}

/** `kept` for external links and links within the text. */
function targetOf(
  written: string,
  kind: 'link' | 'picture',
  follow: Follow,
): string | undefined | 'kept' {
  const address = tidyAddress(written);
  return kindOfAddress(address) === 'internal' ? follow(address, kind) : 'kept';
}

/** The file of a table or chart. */
function editsOfData(node: Nodes, markdown: string, follow: Follow): Edit[] {
  const [start, end] = rangeOf(node) ?? [0, 0];
  const found = findDataFile(markdown.slice(start, end));
  const target = found && targetOf(found.address, 'link', follow);
  if (!found || target === undefined || target === 'kept') return [];
  const [from, to] = found.range;
  return [{ start: start + from, end: start + to, text: JSON.stringify(target) }];
}

function editsOf(
  node: Link | LinkReference | Image | Definition,
  markdown: string,
  target: string | undefined,
): Edit[] {
  const range = rangeOf(node);
  if (range === undefined) return [];
  const [start, end] = range;
  if (target !== undefined && 'url' in node) {
    const place = findDestination(markdown.slice(start, end), node.url);
    if (place === undefined) return [];
    return [{ start: start + place[0], end: start + place[1], text: formatAddress(target) }];
  }
  if (node.type === 'definition') return [{ start, end, text: '' }];
  if (node.type === 'image') return [{ start, end, text: node.alt ?? '' }];
  const first = node.children[0];
  const last = node.children.at(-1);
  const from = first && rangeOf(first)?.[0];
  const to = last && rangeOf(last)?.[1];
  if (from === undefined || to === undefined) return [];
  return [
    { start, end: from, text: '' },
    { start: to, end, text: '' },
  ];
}

/** The range of the URL in the source of a link, picture or definition. */
function findDestination(source: string, url: string): [number, number] | undefined {
  for (const { index, 0: sign } of source.matchAll(/\](?:\(|:)[ \t]*\n?[ \t]*/gu)) {
    const start = index + sign.length;
    const rest = source.slice(start);
    const [written = ''] = /^(?:<(?:\\.|[^<>\\\n])*>|(?:\\.|[^\s\\])+)/u.exec(rest) ?? [];
    // A closing parenthesis may belong to the link syntax.
    for (const candidate of [
      written,
      written.replace(/(?<!\))\)+$/u, ''),
      written.slice(0, -1),
    ])
      if (plainAddress(candidate) === plainAddress(url))
        return [start, start + candidate.length];
  }
  return undefined;
}

function plainAddress(written: string): string {
  const bare = written.replace(/^<(.*)>$/su, '$1').replace(/\\(?=[!-/:-@[-`{-~])/gu, '');
  return decodePercent(bare.replaceAll('&amp;', '&'));
}

/** Escapes a URL so that it needs no angle brackets. */
function formatAddress(address: string): string {
  return address.replace(/[\s<>()\\]/gu, (sign) =>
    /[()]/u.test(sign) ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign),
  );
}

function editsOfHtml(tree: Root, markdown: string, follow: Follow): Edit[] {
  if (!markdown.includes('<')) return [];
  return scanHtml(tree, markdown).tokens.flatMap(({ type, name, attributes }) => {
    const own = name === 'a' ? 'href' : name === 'img' ? 'src' : undefined;
    const attribute = attributes.find((item) => item.name === own);
    if (type !== 'start' || attribute === undefined) return [];
    const target = targetOf(attribute.value, name === 'a' ? 'link' : 'picture', follow);
    if (target === 'kept') return [];
    const { start, end } = attribute;
    const value = (target ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return [{ start, end, text: target === undefined ? '' : `${own}="${value}"` }];
  });
}

function rangeOf({ position }: Nodes): [number, number] | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? undefined : [start, end];
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let last = 0;
  for (const { start, end, text: instead } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < last) continue;
    result += text.slice(last, start) + instead;
    last = end;
  }
  return result + text.slice(last);
}
