import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import type { CopyJob } from '../copy-job.ts';

const processor = unified().use(rehypeRaw).freeze();

/**
 * Raw HTML in copy becomes elements, read as a browser would, so that what was left open
 * is closed within the article. Costly, so only where there is any.
 */
export function parseRawHtml(tree: Root, job: CopyJob): Root {
  let raw = false;
  visit(tree, 'raw', () => {
    raw = true;
    return EXIT;
  });
  // The source gives the elements their positions.
  return raw ? (processor.runSync(tree, job.source) as Root) : tree;
}
