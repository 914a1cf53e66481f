import type { Element, ElementContent, Root } from 'hast';
import { type MarkdownJob, noteProblem } from '../markdown-job.ts';
import { visitElements } from '../visit-elements.ts';

/**
 * A link within a link that is raw HTML is its words alone: HTML has no links in links, and a
 * browser would end the outer one before it is read. `<a href="…">` and `</a>` must be siblings.
 */
export function unlinkNested(parent: Root | Element, job: MarkdownJob): void {
  let from = -1;
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index];
    if (node?.type === 'element') unlinkNested(node, job);
    if (node?.type !== 'raw') continue;
    if (opening.test(node.value)) from = index;
    else if (closing.test(node.value) && from >= 0) {
      const within: Root = {
        type: 'root',
        children: parent.children.slice(from + 1, index),
      };
      unlink(within, job);
      parent.children.splice(from + 1, index - from - 1, ...within.children);
      index = from + within.children.length + 1;
      from = -1;
    }
  }
}

/** A tag in a paragraph is a node of its own; a line that holds one may be one as well. */
const opening = /^\s*<a\s[^>]*\bhref\s*=[^>]*>\s*$/iu;
const closing = /^\s*<\/a\s*>\s*$/iu;

function unlink(tree: Root, job: MarkdownJob): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'a') return undefined;
    const address = String(node.properties['href']);
    const [words] = node.children;
    // A bare address is still there as words.
    if (words?.type !== 'text' || !address.endsWith(words.value))
      noteProblem(job, node, {
        severity: 'warning',
        field: 'link',
        expected: 'no link within another',
        got: address,
        cure: 'its words lead where the outer link leads',
      });
    parent.children.splice(index, 1, ...(node.children as ElementContent[]));
    return index;
  });
}
