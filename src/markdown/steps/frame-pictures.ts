import type { Element, ElementContent, Root } from 'hast';
import { visitElements } from '../visit-elements.ts';

/**
 * A paragraph that holds one picture (linked or not) and nothing else becomes a figure, the
 * picture's title its caption. A picture without an address is its alternative text.
 */
export function framePictures(tree: Root): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName === 'img' && !node.properties['src'])
      parent.children[index] = { type: 'text', value: String(node.properties['alt'] ?? '') };
    return undefined;
  });
  visitElements(tree, (node, index, parent) => {
    const picture = node.tagName === 'p' ? onlyPicture(node) : undefined;
    if (picture === undefined) return undefined;
    const content = node.children.filter((child) => child.type === 'element');
    if (parent.type === 'element' && parent.tagName === 'figure') {
      // The copy has made the frame itself.
      parent.children.splice(index, 1, ...content);
      return index;
    }
    node.tagName = 'figure';
    node.children = content;
    const { title } = picture.properties;
    if (typeof title !== 'string' || title.trim() === '') return undefined;
    delete picture.properties['title'];
    node.children.push({
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text', value: title }],
    });
    return undefined;
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
