import type { Element, Root } from 'hast';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { cleanText } from '../clean-text.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { unlinkNested } from './tidy-links.ts';

const processor = unified().use(rehypeRaw).freeze();

/**
 * Raw HTML in copy becomes elements, read as a browser would, so that what was left open
 * is closed within the article. Costly, so only where there is any.
 */
export function parseRawHtml(tree: Root, job: MarkdownJob): Root {
  if (!job.source.includes('<') || !completeRaw(tree)) return tree;
  unlinkNested(tree, job);
  // The source gives the elements their positions.
  const parsed = processor.runSync(tree, job.source) as Root;
  // `&#1;` brings in what the source was cleaned of.
  if (job.source.includes('&#')) cleanTree(parsed);
  return parsed;
}

/** Whether there is any, complete now. */
function completeRaw(parent: Root | Element): boolean {
  let found = false;
  for (const node of parent.children) {
    if (node.type === 'raw') node.value = completeHtml(node.value);
    if (node.type === 'raw' || (node.type === 'element' && completeRaw(node))) found = true;
  }
  return found;
}

function cleanTree(parent: Root | Element): void {
  for (const node of parent.children) {
    if (node.type === 'text') node.value = cleanText(node.value);
    if (node.type !== 'element') continue;
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string') node.properties[name] = cleanText(value);
    cleanTree(node);
  }
}

/** What may have been left open, so that what follows would be part of it. */
const endings = ['', '>', '-->', '">', "'>", ']]>'] as const;

/**
 * A piece of raw HTML that ends outside of comments and tags: one that was left open is closed,
 * since `hast-util-raw` trips over what follows one (it forgets the comment, not that it is in one).
 */
export function completeHtml(raw: string): string {
  if (!/<[!?]|<[^<>]*$/u.test(raw)) return raw;
  const ending = endings.find((end) => endsOutside(raw + end));
  // What swallows everything, such as <plaintext>, is known to be one.
  return raw + (ending ?? '');
}

/** Whether an element that follows is one. */
function endsOutside(html: string): boolean {
  const fragment = parseFragment(`${html}<wbr>`, { sourceCodeLocationInfo: true });
  const found = (parent: DefaultTreeAdapterTypes.ParentNode): boolean =>
    parent.childNodes.some(
      (node) =>
        'tagName' in node &&
        ((node.tagName === 'wbr' && node.sourceCodeLocation?.startOffset === html.length) ||
          found('content' in node ? (node as DefaultTreeAdapterTypes.Template).content : node)),
    );
  return found(fragment);
}
