import type { Element, ElementContent, Root } from 'hast';
import type { MarkdownJob } from '../markdown-job.ts';
import { toPlainText } from '../plain-text.ts';
import { visitElements } from '../visit-elements.ts';

/**
 * Puts the reading of a word in brackets where nothing shows it above the word: in summaries, feeds
 * and the search (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-rp-element).
 */
export function completeRuby(tree: Root, { source }: MarkdownJob): void {
  if (!source.includes('<')) return;
  visitElements(tree, (ruby) => {
    if (ruby.tagName !== 'ruby') return undefined;
    const hasBrackets = ruby.children.some((node) => isElement(node, 'rp'));
    if (hasBrackets) return undefined;
    ruby.children = ruby.children.flatMap((node) => {
      if (!isElement(node, 'rt') || toPlainText(node) === '') return [node];
      const isWide = /[\u3000-\u30ff\u3105-\u312f\u4e00-\u9fff\uac00-\ud7af]/u.test(
        toPlainText(node),
      );
      const [open, close] = isWide ? ['（', '）'] : ['(', ')'];
      return [bracket(open), node, bracket(close)];
    });
    return undefined;
  });
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

function bracket(value: string | undefined): Element {
  const children = [{ type: 'text' as const, value: value ?? '' }];
  return { type: 'element', tagName: 'rp', properties: {}, children };
}
