import type { Element, ElementContent, Root } from 'hast';
import { formulaText } from './formula-text.ts';
import { attributeOf, textOf } from './html-tree.ts';

const inline = /^(?:p|span|a|em|strong|b|i|li|td|th|h[1-6]|dd|dt|sub|sup|label|small)$/u;

/**
 * Formulas become lines of text, in place: MathML, and the source of a formula that a script shows
 * (`<script type="math/tex">`); what repeats one for the eye goes.
 */
export function settleFormulas(tree: Root | Element): void {
  tree.children = (tree.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    const settled = settleFormula(child, tree);
    if (settled === undefined) settleFormulas(child);
    return settled ?? [child];
  });
}

/** What stands for an element of a formula; undefined for all other elements. */
function settleFormula(element: Element, parent: Root | Element): ElementContent[] | undefined {
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
