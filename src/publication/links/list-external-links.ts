import { visit } from 'unist-util-visit';
import { splitFrontMatter } from '../../content/article/split-front-matter.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import type { Place } from '../../system/problems/problem.ts';

/** A link from an article to another site, or to a picture there. */
export interface ExternalLink extends Place {
  readonly address: string;
}

/**
 * The links of one copy that lead to other sites, those of its front matter included, in order.
 *
 * @param text of the file, with LF line ends
 * @param file as shown in problems
 * @param siteUrl the site's own origin, where it is known
 * @param language BCP 47
 */
export function listExternalLinks(
  text: string,
  file: string,
  { siteUrl, language }: { readonly siteUrl?: string | undefined; readonly language: string },
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

/** Addresses of raw HTML, with their places in it. */
function addressesIn(html: string): [address: string, offset: number][] {
  const attributes = html.matchAll(
    /\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/giu,
  );
  return [...attributes].map(({ 1: double, 2: single, 3: bare, index }) => [
    (double ?? single ?? bare ?? '').trim().replaceAll('&amp;', '&'),
    index,
  ]);
}
