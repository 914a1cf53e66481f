/** The parts that are used here of a library that has no types of its own. */
interface FoundText {
  textStart: string;
  textEnd?: string;
  prefix?: string;
  suffix?: string;
}

declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  /** Status 0 is a success. The range is widened to whole words. Never throws. */
  export function generateFragmentFromRange(range: Range): {
    status: number;
    fragment?: FoundText;
  };
}

declare module 'text-fragments-polyfill/text-fragment-utils' {
  /** The first two places of a text, in order. */
  export function processTextFragmentDirective(text: FoundText): Range[];
  /** Wraps the text of a range into `mark` elements. */
  export function markRange(range: Range): Element[];
}
