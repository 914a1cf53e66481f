import { foldText } from './fold-text.ts';
import { findWordBounds, type WordBounds } from './word-bounds.ts';

/** A text in which passages are looked for: each of its blocks is one line. */
export interface SearchedText {
  readonly text: string;
  /** The same, place by place, as it is compared. */
  readonly folded: string;
  readonly bounds: WordBounds;
}

/** Places in a text: from, and up to. */
export type Passage = readonly [from: number, to: number];

export function createSearchedText(text: string, language: string): SearchedText {
  return { text, folded: foldText(text), bounds: findWordBounds(text, language) };
}
