import type { Element, Root } from 'hast';
import { compose } from '../compose.ts';
import type { MarkdownJob } from '../markdown-job.ts';

const named = ['alt', 'title'] as const;

/** Puts the words of a tree in NFC; addresses stay as they were written. */
export function composeWords(tree: Root, { source }: MarkdownJob): void {
  if (source.normalize('NFC') === source) return;
  const read = (parent: Root | Element): void => {
    for (const node of parent.children) {
      if (node.type === 'text') node.value = compose(node.value);
      if (node.type !== 'element') continue;
      for (const name of named) {
        const value = node.properties[name];
        if (typeof value === 'string') node.properties[name] = compose(value);
      }
      read(node);
    }
  };
  read(tree);
}
