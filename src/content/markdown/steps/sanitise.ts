import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { MarkdownJob } from '../markdown-job.ts';
import { sanitiserPolicy } from '../sanitiser-policy.ts';
import { eachElement } from '../visit-tree.ts';
import { dropBlank } from './drop-blank.ts';

/** Called without a processor, which would make a virtual file for each tree. */
const clean = rehypeSanitize(sanitiserPolicy);

/**
 * A new tree, built from what the policy knows; nothing else reaches a page. Paragraphs and
 * lists of classes that it emptied go with what they held.
 */
export function sanitise(tree: Root): Root {
  const safe = clean(tree);
  eachElement(safe, ({ properties }) => {
    const { className } = properties;
    if (Array.isArray(className) && className.length === 0) delete properties['className'];
  });
  dropBlank(safe);
  return safe;
}

const processor = unified().use(rehypeRaw).freeze();

/**
 * Elements in each other as a browser would have them when it reads what is printed, so that a page
 * is what it was sanitised to be. Only HTML in copy can have it otherwise, and the mark of a
 * footnote within a link.
 */
export function nestAgain(tree: Root, { source }: MarkdownJob): Root {
  const hasTags = source.includes('<') && /<[a-z]/iu.test(source);
  if (!hasTags && !(source.includes('[^') && holdsLink(tree, false))) return tree;
  const nested = processor.runSync(tree, source) as Root;
  // The first line of a listing may be lost on this way: what stands well is left as it is.
  if (shapeOf(nested) === shapeOf(tree)) return tree;
  dropBlank(nested);
  return nested;
}

/** The elements of a tree, in each other, as a text. */
function shapeOf(parent: Root | Element): string {
  return parent.children
    .map((node) => (node.type === 'element' ? `<${node.tagName} ${shapeOf(node)}>` : ''))
    .join('');
}

/** Whether a link stands within a link. */
function holdsLink(parent: Root | Element, within: boolean): boolean {
  return parent.children.some((node) => {
    if (node.type !== 'element') return false;
    const isLink = node.tagName === 'a';
    return (isLink && within) || holdsLink(node, within || isLink);
  });
}
