import type { Parser } from './parse-markdown.ts';

/** Everything the rendering of a copy depends on besides the copy; plain JSON. */
export interface RenderOptions {
  /** Path as shown in problems. */
  readonly file: string;
  /** Line of the file at which the body begins, from 1. */
  readonly firstLine: number;
  /** BCP 47. */
  readonly language: string;
  /** Of the language's writing. */
  readonly direction: 'ltr' | 'rtl';
  /** Opening and closing mark, spaces that belong to them included: `['«\u202f', '\u202f»']`. */
  readonly quotes: {
    readonly double: readonly [string, string];
    readonly single: readonly [string, string];
  };
  /** `back` labels the way back to the text: `Back to reference {reference}`. */
  readonly footnoteWords: { readonly title: string; readonly back: string };
  /** How deep blocks, and marks within a block, may stand in each other. */
  readonly limits: { readonly nesting: number };
  /** `fast` (default) gives way to the reference where the two are known to differ. */
  readonly parser?: Parser;
}
