import type { Position } from './fields.ts';

/** Deeper nesting is a mistake or an attack on the parser. */
const deepest = 100;

/**
 * Finds where brackets, or YAML list marks on one line, are nested too deeply; undefined if
 * they are not. Parsers need too much time or stack for these. Linear time. Brackets in quotation marks
 * do not count.
 */
export function findNesting(text: string, firstLine: number): Position | undefined {
  let depth = 0;
  const pieces = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[[{]|[\]}]|^[ \t]*(?:[-?:][ \t]+){100}/gmu;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (piece === ']' || piece === '}') depth = Math.max(0, depth - 1);
    else if (piece === '[' || piece === '{') depth += 1;
    if (depth <= deepest && !/^[ \t]*[-?:][ \t]/u.test(piece)) continue;
    const before = text.slice(0, index).split('\n');
    return { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return undefined;
}

/** The message for nesting that is too deep. */
export const nestingMessage = `nesting of more than ${deepest} levels`;
export const nestingCure = 'put these fields beside each other, or leave them out';
