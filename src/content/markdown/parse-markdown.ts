import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/parseOnly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { readCallouts } from './blocks/read-callouts.ts';
import { readDirectives } from './blocks/read-directives.ts';
import { endAddresses } from './end-addresses.ts';
import type { Parser } from './markdown-job.ts';

/** `9~11` is a range much more often than `~x~` is deleted text. */
const strikethrough = { singleTilde: false };

const reference = unified()
  .use(remarkParse)
  .use(remarkGfm, strikethrough)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, strikethrough)
  .freeze();

/**
 * Parses Markdown to mdast: CommonMark and GFM with footnotes, with four differences. Deleted
 * text takes two tildes. Emphasis may open and close beside Chinese, Japanese and Korean
 * characters (https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md). Bare
 * URLs end as in `addressEnd`. Blocks (`:::name`, `> [!NOTE]`) are directives: see `readDirectives`
 * and `readCallouts`. The result does not depend on the parser where `needsReference` is false.
 *
 * @param language a BCP 47 tag, if it is known
 */
export function parseMarkdown(source: string, parser: Parser, language = 'und'): Root {
  const parse = parser === 'reference' ? parseReference(language) : parseFast;
  const tree = readDirectives(source, parse);
  readCallouts(tree, source);
  return tree;
}

function parseReference(language: string): (source: string) => Root {
  return (source) => endAddresses(source, language, (text) => reference.parse(text));
}

function parseFast(source: string): Root {
  // The front matter is already removed, so a `---` in the first line is a thematic break.
  const features = { gfm: true, frontmatter: false };
  return markdownToMdast(source, { features }) as Root;
}
