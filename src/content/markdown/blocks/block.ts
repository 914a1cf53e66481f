import type { Element, ElementContent, Root } from 'hast';
import type { Words } from '../../../language/words.ts';
import type { Place, Problem } from '../../../system/problems/problem.ts';
import type { DataFiles } from '../data-files.ts';
import { collapse, toPlainText } from '../plain-text.ts';

export type BlockWords = Words['blocks'];

/** A block of an article after the sanitiser: everything in it is safe. */
export interface Block {
  /** As written: `:::tip` has the form of a note, and its own name. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The inline content of its title, if it has one. */
  readonly title: readonly ElementContent[] | undefined;
  /** What is between its lines; empty for a leaf. */
  readonly content: readonly ElementContent[];
  readonly words: BlockWords;
  /** The whole text of the article, in which the block still is. */
  readonly tree: Root;
  /** A BCP 47 tag, and the direction of its script. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly data: { readonly words: Words['data']; readonly files: DataFiles };
  /** What no text may contain that comes from elsewhere than the article. */
  readonly marker: string;
  /** Where it is in the article. */
  readonly at: Place;
  readonly report: (problem: Problem) => void;
}

export function element(
  tagName: string,
  className: readonly string[],
  children: readonly ElementContent[],
): Element {
  const properties = className.length > 0 ? { className: [...className] } : {};
  return { type: 'element', tagName, properties, children: [...children] };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** Whether an element is a block that is apart from the text: a box, a timeline and the like. */
export function isBox({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('box');
}

/** Whether an element is a list of questions and answers. */
export function isInterview({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('qa');
}

/** The title of a block as a paragraph in bold: it reads as a title without styles too. */
export function titleParagraph(title: readonly ElementContent[]): Element {
  return element('p', ['block-title'], [element('strong', [], title)]);
}

export function isElement(
  node: ElementContent | undefined,
  ...names: string[]
): node is Element {
  return node?.type === 'element' && names.includes(node.tagName);
}

/** The elements of a content, without the white space between them. */
export function elementsOf(content: readonly ElementContent[]): Element[] {
  return content.filter((node) => node.type === 'element');
}

export function wordsOf(node: Element | Root): string {
  return collapse(toPlainText(node)).trim();
}

/** Whether a content begins with a line that reads as its title: a heading, or words in bold. */
export function beginsWithTitle(content: readonly ElementContent[]): boolean {
  const [first] = elementsOf(content);
  return first !== undefined && (/^h[1-6]$/u.test(first.tagName) || isBold(first));
}

/** Whether a paragraph contains only words in bold. */
export function isBold(node: Element): boolean {
  const parts = node.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  return (
    node.tagName === 'p' &&
    parts.length > 0 &&
    parts.every((child) => isElement(child, 'strong', 'b'))
  );
}
