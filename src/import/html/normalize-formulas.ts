import type { Element, ElementContent, Root } from 'hast';
import { attributeOf, textOf } from './html-tree.ts';

const inline = /^(?:p|span|a|em|strong|b|i|li|td|th|h[1-6]|dd|dt|sub|sup|label|small)$/u;

/**
 * Replaces formulas by text, in place: MathML, and the source of script-rendered formulas
 * (`<script type="math/tex">`). Removes visual duplicates.
 */
export function normalizeFormulas(tree: Root | Element): void {
  tree.children = (tree.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    const replacement = replacementOf(child, tree);
    if (replacement === undefined) normalizeFormulas(child);
    return replacement ?? [child];
  });
}

/** The replacement of a formula's element; undefined for other elements. */
function replacementOf(element: Element, parent: Root | Element): ElementContent[] | undefined {
  const { tagName } = element;
  if (tagName === 'math') {
    const isBlock =
      attributeOf(element, 'display') === 'block' &&
      !('tagName' in parent && inline.test(parent.tagName));
    return [textIn(isBlock ? 'div' : 'span', formulaText(element))];
  }
  if (tagName === 'script' && /^math\//iu.test(attributeOf(element, 'type'))) {
    const isShown = parent.children.some(
      (other) =>
        other.type === 'element' &&
        /(?:^|\s)(?:MathJax|MathJax_\w+|mjx-\w+)(?:\s|$)/u.test(
          attributeOf(other, 'className'),
        ) &&
        textOf(other) !== '',
    );
    return isShown ? [] : [textIn('span', textOf(element))];
  }
  const repeats =
    /(?:^|\s)(?:katex-html|mwe-math-fallback-image\S*)(?:\s|$)/u.test(
      attributeOf(element, 'className'),
    ) && parent.children.some((other) => other.type === 'element' && holdsFormula(other));
  return repeats ? [] : undefined;
}

function holdsFormula(element: Element): boolean {
  return (
    element.tagName === 'math' ||
    /(?:^|\s)(?:katex-mathml|mwe-math-mathml\S*)(?:\s|$)/u.test(
      attributeOf(element, 'className'),
    )
  );
}

function textIn(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}

/**
 * Converts MathML to one line of text: `x^2 = (a+b)/2`, `√(a)`, `[a, b; c, d]`. Ignores
 * annotations; falls back to `alttext`, then to the annotation.
 */
function formulaText(math: Element): string {
  const text = show(math).replace(/\s+/gu, ' ').trim();
  if (text !== '') return text;
  return attributeOf(math, 'alttext') || attributeOf(math, 'alt') || textOf(math);
}

const hidden = new Set(['annotation', 'annotation-xml', 'mphantom', 'none', 'mprescripts']);

function show(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || hidden.has(node.tagName)) return '';
  const children = node.children.filter(
    (child): child is Element => child.type === 'element' && !hidden.has(child.tagName),
  );
  const part = (index: number) => {
    const child = children[index];
    return child === undefined ? '' : show(child).trim();
  };
  switch (node.tagName) {
    case 'msup':
      return `${part(0)}${raised('^', part(1))}`;
    case 'msub':
      return `${part(0)}${raised('_', part(1))}`;
    case 'msubsup':
    case 'munderover':
      return `${part(0)}${raised('_', part(1))}${raised('^', part(2))}`;
    case 'munder':
      return `${part(0)}${raised('_', part(1))}`;
    case 'mover':
      return `${part(0)}${isAccent(part(1)) ? part(1) : raised('^', part(1))}`;
    case 'mfrac':
      return `${grouped(part(0))}/${grouped(part(1))}`;
    case 'msqrt':
      return `√(${join(children)})`;
    case 'mroot':
      return `${part(1)}√(${part(0)})`;
    case 'mfenced': {
      const [open, close] = [
        attributeOf(node, 'open') || '(',
        attributeOf(node, 'close') || ')',
      ];
      return `${open}${children.map((child) => show(child).trim()).join(', ')}${close}`;
    }
    case 'mtable':
      return `[${children.map(show).join('; ')}]`;
    case 'mtr':
    case 'mlabeledtr':
      return children.map((child) => show(child).trim()).join(', ');
    case 'mspace':
      return ' ';
    default:
      return children.length === 0 ? node.children.map(show).join('') : join(node.children);
  }
}

/** Adjacent words and numbers are separated by a space. */
function join(nodes: readonly ElementContent[]): string {
  return nodes.map(show).reduce((before, after) => {
    const [, last = ''] = /([\p{L}\p{N}]+)$/u.exec(before) ?? [];
    const [, first = ''] = /^([\p{L}\p{N}]+)/u.exec(after) ?? [];
    const areNumbers = /\p{N}$/u.test(last) && /^\p{N}/u.test(first);
    const isWord =
      last !== '' && first !== '' && (/^\p{L}{2}/u.test(first) || /\p{L}{2}$/u.test(last));
    return `${before}${areNumbers || isWord ? ' ' : ''}${after}`;
  }, '');
}

function raised(sign: string, text: string): string {
  return text === '' ? '' : `${sign}${grouped(text)}`;
}

/** A single character, word or number needs no brackets. */
function grouped(text: string): string {
  return /^(?:.|[\p{L}\p{N}.,]+)$/u.test(text) ? text : `(${text})`;
}

function isAccent(text: string): boolean {
  return /^[^\p{L}\p{N}]$/u.test(text);
}
