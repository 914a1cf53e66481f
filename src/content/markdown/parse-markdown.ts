import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/parseOnly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { endAddresses } from './end-addresses.ts';

export type Parser = 'fast' | 'reference';

/** `9~11` is a range, far more often than `~x~` is deleted text. */
const strikethrough = { singleTilde: false };

const reference = unified()
  .use(remarkParse)
  .use(remarkGfm, strikethrough)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, strikethrough)
  .freeze();

/**
 * Markdown as a syntax tree: CommonMark and GFM, footnotes included, but deleted text takes two
 * tildes, emphasis may begin and end beside Chinese, Japanese and Korean characters
 * (https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md), and bare addresses
 * end as in `addressEnd`. Whoever takes the tree need not know which parser made it. `fast`
 * equals `reference` where `needsReference` says no.
 *
 * @param language BCP 47, where it is known
 */
export function parseMarkdown(source: string, parser: Parser, language = 'und'): Root {
  if (parser === 'reference')
    return endAddresses(source, language, (text) => reference.parse(text));
  // The caller has taken the front matter off; a `---` in first place is a rule.
  const features = { gfm: true, frontmatter: false };
  return markdownToMdast(source, { features }) as Root;
}
