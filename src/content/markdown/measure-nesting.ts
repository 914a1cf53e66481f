/** How deep something is, and in which line (from 1) it is deepest. */
export interface Depth {
  readonly nesting: number;
  readonly line: number;
}

const marker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:/uy;
const rule = /([-*])(?:[ \t]*\1){2,}[ \t]*$/uy;

/**
 * An upper bound for how deep quotations, lists and footnotes stand in each other, without
 * parsing: both parsers take minutes over some thousands of `>`, or overflow the stack.
 * Linear. A line is as deep as its own markers, and the list items that its indentation
 * can continue (two columns each, as far as there were any).
 */
export function deepestBlock(body: string): Depth {
  let deepest: Depth = { nesting: 0, line: 1 };
  let number = 0;
  for (const line of body.split('\n')) {
    number++;
    let markers = 0;
    let columns = 0;
    for (let at = 0; at < line.length; ) {
      const character = line[at];
      if (character === ' ' || character === '\t') {
        columns += character === ' ' ? 1 : 4;
        at++;
        continue;
      }
      if (character === '>') {
        markers++;
        at++;
        continue;
      }
      // A rule (`* * *`) has nothing in it; asked once, so that the scan stays linear.
      rule.lastIndex = at;
      marker.lastIndex = at;
      if ((markers === 0 && rule.test(line)) || !marker.test(line)) break;
      markers++;
      at = marker.lastIndex;
    }
    const nesting = markers + Math.min(deepest.nesting, Math.floor(columns / 2));
    if (nesting > deepest.nesting) deepest = { nesting, line: number };
  }
  return deepest;
}

/** `deepestBlock` as a number. */
export function measureNesting(body: string): number {
  return deepestBlock(body).nesting;
}
