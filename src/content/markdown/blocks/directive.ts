import type { Nodes, Paragraph, RootContentMap } from 'mdast';
import type { Range } from '../unsupported/finding.ts';

/**
 * `:::name` … `:::` or `::name{…}`, in the form of mdast-util-directive (`satteri` has its types):
 * the title of a container is its first child, a paragraph with `data.directiveLabel`; the children
 * of a leaf are its title.
 */
export type Directive = RootContentMap['containerDirective' | 'leafDirective'];

/** Whether a node is the title of a container. */
export function isTitle(node: Nodes | undefined): node is Paragraph {
  return node?.type === 'paragraph' && node.data?.directiveLabel === true;
}

declare module 'mdast' {
  interface Data {
    /** The offsets of what readers do not get of a directive: colons, name, brackets, attributes. */
    directiveMarks?: readonly Range[];
  }
}
