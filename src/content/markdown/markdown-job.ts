import { hash } from 'node:crypto';
import type { Words } from '../../language/words.ts';
import type { Problem } from '../../system/problems/problem.ts';
import type { Directive } from './blocks/directive.ts';
import type { DataFiles } from './data-files.ts';
import type { LiveEntry } from './live-entry.ts';
import type { OwnSteps } from './markdown-steps.ts';

/** Which parser makes the Markdown tree. */
export type Parser = 'fast' | 'reference';

/** What the steps share while one article is rendered. */
export interface MarkdownJob {
  readonly source: string;
  readonly options: RenderOptions;
  /**
   * Marks what the program put into the tree. It is 128 bits of the SHA-256 of the source. A
   * text cannot contain its own hash, so an article cannot forge it.
   */
  readonly marker: string;
  readonly problems: Problem[];
  /** The entries of a live article, newest first. */
  readonly entries: LiveEntry[];
  /** The directives of the text; the HTML tree refers to them by their index. */
  readonly directives: Directive[];
  /** The kinds of markup that only steps of the publication have made. */
  readonly madeKinds: Set<string>;
}

export function createMarkdownJob(source: string, options: RenderOptions): MarkdownJob {
  const marker = `x${hash('sha256', source).slice(0, 32)}x`;
  return {
    source,
    options,
    marker,
    problems: [],
    entries: [],
    directives: [],
    madeKinds: new Set(),
  };
}

/** Whether a text can contain what is written with a sign. Steps of the publication can make anything. */
export function mayHold({ source, options }: MarkdownJob, sign: string): boolean {
  return options.steps !== undefined || source.includes(sign);
}

/** A node of either tree. */
interface Placed {
  position?: { start: { line: number; column: number } } | undefined;
}

/** The position of a node in the file, or the first line of the body if the node has none. */
export function placeOf(
  node: Placed,
  options: RenderOptions,
): { line: number; column: number } {
  const start = node.position?.start;
  return {
    line: options.firstLine + (start?.line ?? 1) - 1,
    column: start?.column ?? 1,
  };
}

/** Adds a problem at a node. */
export function noteProblem(
  job: MarkdownJob,
  node: Placed,
  problem: Pick<Problem, 'severity' | 'field' | 'message' | 'cure'>,
): void {
  const { file } = job.options;
  job.problems.push({ file, ...placeOf(node, job.options), ...problem });
}

/** Everything that rendering depends on besides the source; plain JSON, but for data files and steps. */
export interface RenderOptions {
  /** The path shown in problems. */
  readonly file: string;
  /** The line of the file in which the body begins, from 1. */
  readonly firstLine: number;
  /** A BCP 47 tag. */
  readonly language: string;
  /** The direction of the language's script. */
  readonly direction: 'ltr' | 'rtl';
  /**
   * Opening and closing mark, including the spaces that belong to them: `['«\u202f',
   * '\u202f»']`.
   */
  readonly quotes: {
    readonly double: readonly [string, string];
    readonly single: readonly [string, string];
  };
  /** `back` labels the link back to the text: `Back to reference {reference}`. */
  readonly footnoteWords: { readonly title: string; readonly back: string };
  /** Words of tables and charts. */
  readonly data: Words['data'];
  /** The data files that the text names. */
  readonly dataFiles?: DataFiles;
  /** Titles of blocks that have none. */
  readonly blockWords: Words['blocks'];
  /** The maximum nesting of blocks, and of marks within a block. */
  readonly limits: { readonly nesting: number };
  /** An IANA name: the zone in which the times of live entries are shown. Default: UTC. */
  readonly timeZone?: string;
  /** Steps of the publication. */
  readonly steps?: OwnSteps;
  /** `fast` (the default) falls back to `reference` where the two are known to differ. */
  readonly parser?: Parser;
}
