import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * A paragraph that holds one picture (linked or not) and nothing else becomes a figure, the
 * picture's title its caption. A picture without an address is its alternative text.
 */
export function framePictures(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || node.properties['src'] || !parent || index === undefined)
      return;
    parent.children[index] = { type: 'text', value: String(node.properties['alt'] ?? '') };
  });
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || index === undefined) return;
    const picture = onlyPicture(node);
    if (picture === undefined) return;
    const content = node.children.filter((child) => child.type === 'element');
    if (parent?.type === 'element' && parent.tagName === 'figure') {
      // The copy has made the frame itself.
      parent.children.splice(index, 1, ...content);
      return;
    }
    node.tagName = 'figure';
    node.children = content;
    const { title } = picture.properties;
    if (typeof title !== 'string' || title.trim() === '') return;
    delete picture.properties['title'];
    node.children.push({
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text', value: title }],
    });
  });
}

function onlyPicture(node: Element): Element | undefined {
  const content: ElementContent[] = node.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const [only] = content;
  if (content.length !== 1 || only?.type !== 'element') return undefined;
  if (only.tagName === 'img') return only;
  return only.tagName === 'a' ? onlyPicture(only) : undefined;
}
