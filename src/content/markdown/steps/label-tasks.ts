import type { Element, ElementContent, Root } from 'hast';
import type { MarkdownJob } from '../markdown-job.ts';
import { eachElement, visitElements } from '../visit-tree.ts';

const blocks: ReadonlySet<string> = new Set([
  'ul',
  'ol',
  'p',
  'pre',
  'blockquote',
  'table',
  'div',
  'dl',
]);

/**
 * Labels the checkbox of a task with the task's text, because a control without a name is
 * useless to a screen reader. Removes checkboxes that the article wrote as HTML.
 */
export function labelTasks(tree: Root, { marker }: MarkdownJob): void {
  let hasTasks = false;
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'input') return undefined;
    if (node.properties['id'] !== `user-content-${marker}task` || parent.type === 'root') {
      parent.children.splice(index, 1);
      return index;
    }
    hasTasks = true;
    delete node.properties['id'];
    const end = parent.children.findIndex(
      (child, at) => at > index && child.type === 'element' && blocks.has(child.tagName),
    );
    const words = parent.children.slice(index, end < 0 ? undefined : end) as ElementContent[];
    const label: Element = {
      type: 'element',
      tagName: 'label',
      properties: {},
      children: words,
    };
    parent.children.splice(index, words.length, label);
    return index + 1;
  });
  if (!hasTasks) return;
  eachElement(tree, (node) => {
    if (node.tagName === 'li' && startsWithLabel(node)) node.properties['className'] = ['task'];
  });
}

function startsWithLabel(node: Element): boolean {
  const first = node.children.find((child) => child.type === 'element');
  return first?.tagName === 'label' || (first?.tagName === 'p' && startsWithLabel(first));
}
