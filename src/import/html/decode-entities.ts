import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { textOf } from './html-tree.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * Text that was escaped once too often (`Tom &amp; Jerry`, in JSON-LD or twice in an attribute)
 * as it was meant. Tags are no markup here: they stay as they are written.
 */
export function decodeEntities(text: string): string {
  if (!/&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/iu.test(text)) return text;
  return textOf(parser.parse(text.slice(0, 20_000).replaceAll('<', '&lt;')));
}
