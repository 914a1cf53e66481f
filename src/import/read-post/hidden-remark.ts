import type { EndFinder } from './find-end.ts';

/** What begins a remark that a generator shows to nobody. */
export const remarkStart = String.raw`<!--(?!-?>)|\{\{-?\s*\/\*|\{\/\*|\{\{!(?:--)?|\{%-?\s*#|%%`;

/** Which remarks a post's generator knows. */
export interface RemarkForms {
  /** MDX: `{/* … *\/}`. */
  readonly isMdx: boolean;
  /** Obsidian: `%% … %%`. */
  readonly isObsidian: boolean;
}

/** Where a remark ends that begins with `start` at `from`; undefined where it is none. */
export function endOfRemark(
  text: string,
  start: string,
  from: number,
  ends: EndFinder,
  { isMdx, isObsidian }: RemarkForms,
): number | undefined {
  const behind = from + start.length;
  const upTo = (end: string | RegExp) => ends.find(end, behind)?.to;
  if (start.startsWith('<!--')) return upTo('-->');
  if (start === '{/*') return isMdx ? upTo('*/}') : undefined;
  if (start === '{{!--') return upTo('--}}');
  if (start === '{{!') return upTo('}}');
  if (start.startsWith('{%')) return upTo('%}');
  if (start === '%%') {
    // `100%% and 50%%` are figures.
    const isWord = /[\p{L}\p{N}%]/u.test(text[from - 1] ?? ' ');
    return isObsidian && !isWord ? upTo('%%') : undefined;
  }
  return upTo(/\*\/\s*-?\}\}/u);
}
