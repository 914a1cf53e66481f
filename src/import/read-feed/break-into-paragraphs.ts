import type { Element, ElementContent, Root, RootContent } from 'hast';

const blocks =
  /^(?:address|article|aside|audio|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|section|table|ul|video)$/u;
/** Elements whose own text may be in paragraphs. */
const holders = new Set(['blockquote', 'div', 'section', 'article']);

/**
 * Does what WordPress does before it shows a text: between blocks, an empty line begins a
 * paragraph and a line end is a line break.
 */
export function breakIntoParagraphs(tree: Root | Element): void {
  const made: RootContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    const isEmpty = run.every((node) => node.type === 'text' && node.value.trim() === '');
    if (!isEmpty) made.push(element('p', trimBreaks(run)));
    run = [];
  };
  for (const node of tree.children as ElementContent[]) {
    if (node.type === 'element' && blocks.test(node.tagName)) {
      close();
      if (holders.has(node.tagName) && hasEmptyLine(node)) breakIntoParagraphs(node);
      made.push(node);
    } else if (node.type === 'comment') {
      // Between two blocks of an editor; no part of a paragraph.
    } else if (node.type === 'text') {
      node.value.split(/\n[ \t]*\n\s*/u).forEach((part, index) => {
        if (index > 0) close();
        for (const item of withBreaks(part)) run.push(item);
      });
    } else run.push(node);
  }
  close();
  tree.children = made as ElementContent[];
}

function hasEmptyLine(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'text' && /\n[ \t]*\n\s*\S/u.test(child.value),
  );
}

function withBreaks(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((value, index) =>
      index === 0
        ? [{ type: 'text' as const, value }]
        : [element('br', []), { type: 'text' as const, value }],
    );
}

function trimBreaks(run: readonly ElementContent[]): ElementContent[] {
  const isBlank = (node: ElementContent) =>
    (node.type === 'text' && node.value.trim() === '') ||
    (node.type === 'element' && node.tagName === 'br');
  const first = run.findIndex((node) => !isBlank(node));
  const last = run.findLastIndex((node) => !isBlank(node));
  return run.slice(first, last + 1);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
