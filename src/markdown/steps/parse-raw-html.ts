import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import type { CopyJob } from '../copy-job.ts';

const processor = unified().use(rehypeRaw).freeze();

/**
 * Raw HTML in copy becomes elements, read as a browser would, so that what was left open
 * is closed within the article. Costly, so only where there is any.
 */
export function parseRawHtml(tree: Root, job: CopyJob): Root {
  // The source gives the elements their positions.
  return holdsRaw(tree) ? (processor.runSync(tree, job.source) as Root) : tree;
}

function holdsRaw(parent: Root | Element): boolean {
  return parent.children.some(
    (node) => node.type === 'raw' || (node.type === 'element' && holdsRaw(node)),
  );
}
