import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';

export type Parser = 'fast' | 'reference';

const reference = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Markdown (CommonMark and GFM, footnotes included) as a syntax tree; whoever takes the
 * tree need not know which parser made it. `fast` equals `reference` where
 * `needsReference` says no.
 */
export function parseMarkdown(source: string, parser: Parser): Root {
  if (parser === 'reference') return reference.parse(source);
  // The caller has taken the front matter off; a `---` in first place is a rule.
  const features = { gfm: true, frontmatter: false };
  return markdownToMdast(source, { features }) as Root;
}
