import type { ToolName } from '../tools/tool.ts';
import type { Cost } from './run-measured.ts';
import type { Output } from './weigh-output.ts';

/**
 * In this order. For `dev`, the live preview, `cold` and `unchanged` are from the start to the
 * first page; `edited` is from a saved file to the page that shows it.
 */
export const runKinds = ['cold', 'unchanged', 'edited'] as const;
export type RunKind = (typeof runKinds)[number];

/** One run of one tool. */
export interface Measurement extends Cost {
  readonly tool: ToolName;
  readonly articles: number;
  readonly kind: RunKind;
  /** Starts at 1. */
  readonly round: number;
  /** The output of a build. */
  readonly output?: Output;
}

export interface MeasureOptions {
  /** The path of a working folder that does not exist yet. */
  readonly folder: string;
  readonly articles: number;
  readonly seed: number;
  readonly rounds: number;
  /** The kinds of run to measure. */
  readonly kinds: readonly RunKind[];
}
