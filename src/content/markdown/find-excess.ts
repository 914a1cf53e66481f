import type { Problem } from '../../system/problems/problem.ts';
import { measureEffort } from './measure-effort.ts';
import { type Depth, deepestBlock } from './measure-nesting.ts';
import type { RenderOptions } from './render-options.ts';

/** Seconds with the slower parser; ordinary copy is a thousand times below. */
const mostEffort = 100_000_000;

/** What is too much for a parser, found before it is asked. */
export function findExcess(source: string, options: RenderOptions): Problem | undefined {
  const depth = deepestBlock(source);
  if (depth.nesting > options.limits.nesting) return tooDeep(options, depth);
  if (measureEffort(source) <= mostEffort) return undefined;
  return {
    file: options.file,
    line: options.firstLine,
    column: 1,
    severity: 'error',
    field: 'text',
    expected:
      'at most some thousands of rows and items, and of marks such as * _ [ ] <!-- in a paragraph',
    got: 'far more',
    cure: 'divide the article, or write the marks as code',
  };
}

/** Copy that is too deep; where it overflowed unmeasured, "more" is all there is to say. */
export function tooDeep(options: RenderOptions, depth?: Depth): Problem {
  const { file, firstLine, limits } = options;
  return {
    file,
    line: firstLine + (depth?.line ?? 1) - 1,
    column: 1,
    severity: 'error',
    field: 'text',
    expected: `nesting no deeper than ${limits.nesting}`,
    got: depth === undefined ? 'more' : String(depth.nesting),
  };
}
