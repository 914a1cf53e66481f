import { visit } from 'unist-util-visit';
import { splitFrontMatter } from '../../content/article/split-front-matter.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import type { Place } from '../../system/problems/problem.ts';

/** A link from an article to another site, or to a picture there. */
export interface ExternalLink extends Place {
  readonly address: string;
}

/**
 * The links of a content file to other sites, including those of its front matter, in order.
 *
 * @param text the text of the file, with LF line breaks
 * @param file its path, as shown in problems
 * @param siteUrl the origin of the site itself, if it is known
 * @param language a BCP 47 tag
 */
export function listExternalLinks(
  text: string,
  file: string,
  { siteUrl, language }: { readonly siteUrl?: string; readonly language: string },
): ExternalLink[] {
  const parts = splitFrontMatter(text);
  const links: ExternalLink[] = [];
  const add = (address: string, line: number, column: number) => {
    if (!/^https?:\/\//iu.test(address)) return;
    if (siteUrl !== undefined && URL.parse(address)?.origin === siteUrl) return;
    links.push({ file, line, column, address });
  };
  for (const [index, line] of parts.frontMatter.split('\n').entries()) {
    if (line.trimStart().startsWith('#')) continue;
    for (const { 0: found, index: at } of line.matchAll(/https?:\/\/[^\s"'<>]+/giu))
      add(found.replace(/[,\]}]+$/u, ''), parts.frontMatterLine + index, at + 1);
  }
  visit(parseMarkdown(parts.body, 'reference', language), (node) => {
    if (!node.position) return;
    const { line, column } = node.position.start;
    const first = parts.bodyLine - 1 + line;
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      add(node.url, first, column);
    if (node.type !== 'html') return;
    for (const [address, offset] of addressesIn(node.value)) {
      const before = node.value.slice(0, offset).split('\n');
      const own = (before.at(-1) ?? '').length;
      add(address, first + before.length - 1, before.length === 1 ? column + own : own + 1);
    }
  });
  return links;
}

/** The URLs in raw HTML, with their offsets. */
function addressesIn(html: string): [address: string, offset: number][] {
  const attributes = html.matchAll(
    /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu,
  );
  return [...attributes].map(({ 1: double, 2: single, 3: bare, index }) => [
    (double ?? single ?? bare ?? '').trim().replaceAll('&amp;', '&'),
    index,
  ]);
}
