import type { Root } from 'mdast';
import { needsReference } from '../../content/markdown/needs-reference.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';

let last: { readonly key: string; readonly root: Root } | undefined;

/**
 * The tree of a post's text, by the faster parser where both agree. The last one is kept: most
 * texts are asked for again, unchanged, by the next step. Nobody changes it.
 */
export function parsePost(text: string, language: string): Root {
  const key = `${language}\n${text}`;
  if (last?.key !== key) {
    const parser = needsReference(text) ? 'reference' : 'fast';
    last = { key, root: parseMarkdown(text, parser, language) };
  }
  return last.root;
}
