import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { MarkdownJob } from '../markdown-job.ts';
import { sanitiserPolicy } from '../sanitiser-policy.ts';
import { eachElement } from '../visit-tree.ts';
import { dropBlank } from './drop-blank.ts';

/** Called without a processor, which would create a virtual file for each tree. */
const clean = rehypeSanitize(sanitiserPolicy);

/**
 * Builds a new tree from what the policy allows; nothing else reaches a page. Removes
 * paragraphs and lists of classes that became empty.
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
 * Nests elements as a browser does when it reads the printed page, so that the page equals what
 * was sanitised. Only HTML in an article can differ, a footnote mark within a link, and what steps of
 * the publication make.
 */
export function nestAgain(tree: Root, { source, options }: MarkdownJob): Root {
  const hasTags =
    options.steps !== undefined || (source.includes('<') && /<[a-z]/iu.test(source));
  if (!hasTags && !(source.includes('[^') && holdsLink(tree, false))) return tree;
  const nested = processor.runSync(tree, source) as Root;
  // This can lose the first line of a code block, so a correct tree stays as it is.
  if (shapeOf(nested) === shapeOf(tree)) return tree;
  dropBlank(nested);
  return nested;
}

/** The nesting of a tree's elements as a text. */
function shapeOf(parent: Root | Element): string {
  return parent.children
    .map((node) => (node.type === 'element' ? `<${node.tagName} ${shapeOf(node)}>` : ''))
    .join('');
}

/** Whether a link contains a link. */
function holdsLink(parent: Root | Element, within: boolean): boolean {
  return parent.children.some((node) => {
    if (node.type !== 'element') return false;
    const isLink = node.tagName === 'a';
    return (isLink && within) || holdsLink(node, within || isLink);
  });
}
