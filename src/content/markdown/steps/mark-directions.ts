import type { Element, Root } from 'hast';
import { hasRightToLeft } from '../characters.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { inlineElements } from '../plain-text.ts';
import { isFootnotes } from './name-footnotes.ts';
import { isBareAddress } from './set-marks.ts';

type Direction = 'ltr' | 'rtl';

const code: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'pre']);

/**
 * Sets `dir` on blocks whose text runs against the article's language, such as an English
 * paragraph in an Arabic article, and on content that is always in Latin letters: code and
 * URLs. A block takes the direction of most of its letters if its first letter has it too.
 */
export function markDirections(tree: Root, { source, options }: MarkdownJob): void {
  const { direction } = options;
  if (direction === 'ltr' && !hasRightToLeft(source)) return;
  const letters = countLetters(tree);
  const mark = (parent: Root | Element, around: Direction): void => {
    for (const child of parent.children) {
      if (child.type !== 'element' || child.tagName === 'svg') continue;
      const own = ownDirection(child, letters.get(child));
      const given = child.properties['dir'];
      if (given === undefined && own !== undefined && own !== around)
        child.properties['dir'] = own;
      mark(child, given === 'ltr' || given === 'rtl' ? given : (own ?? around));
    }
  };
  mark(tree, direction);
}

interface Letters {
  readonly first: Direction | undefined;
  readonly ltr: number;
  readonly rtl: number;
}

function ownDirection(node: Element, letters: Letters | undefined): Direction | undefined {
  if (isForeign(node)) return letters?.rtl === 0 ? 'ltr' : undefined;
  // Each note is checked by itself, because the list's title is in the article's language.
  if (inlineElements.has(node.tagName) || isFootnotes(node) || letters === undefined)
    return undefined;
  const majority = letters.rtl > letters.ltr ? 'rtl' : 'ltr';
  return letters.rtl !== letters.ltr && letters.first === majority ? majority : undefined;
}

/** Whether the content is always in Latin letters. */
function isForeign(node: Element): boolean {
  return code.has(node.tagName) || isBareAddress(node);
}

/** The letters within each element. Letters of code and URLs count for these elements only. */
function countLetters(tree: Root): Map<Element, Letters> {
  const counts = new Map<Element, Letters>();
  const count = (parent: Root | Element): Letters => {
    let sum: Letters = { first: undefined, ltr: 0, rtl: 0 };
    for (const child of parent.children) {
      const own =
        child.type === 'element'
          ? count(child)
          : child.type === 'text'
            ? lettersIn(child.value)
            : undefined;
      if (own === undefined || (child.type === 'element' && isForeign(child))) continue;
      sum = {
        first: sum.first ?? own.first,
        ltr: sum.ltr + own.ltr,
        rtl: sum.rtl + own.rtl,
      };
    }
    if (parent.type === 'element') counts.set(parent, sum);
    return sum;
  };
  count(tree);
  return counts;
}

function lettersIn(text: string): Letters {
  let first: Direction | undefined;
  let [ltr, rtl] = [0, 0];
  for (const [letter] of text.matchAll(/\p{L}/gu)) {
    const isRight = hasRightToLeft(letter);
    first ??= isRight ? 'rtl' : 'ltr';
    if (isRight) rtl++;
    else ltr++;
  }
  return { first, ltr, rtl };
}
