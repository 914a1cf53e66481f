import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { cleanText } from '../clean-text.ts';
import { completeHtml } from '../complete-html.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { unlinkNested } from './unlink-nested.ts';

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
