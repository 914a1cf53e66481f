import type { ElementContent } from 'hast';
import { type Block, element, titleParagraph } from './block.ts';

/** Pictures as the story: one below the other, each with its caption beside it. */
export function toEssay({ title, content }: Block): ElementContent[] {
  const head = title ? [titleParagraph(title)] : [];
  return [element('div', [essay], [...head, ...content])];
}

/** The class of a photo essay. */
export const essay = 'essay';
