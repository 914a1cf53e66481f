import type { ToolName } from '../tools/tool.ts';
import type { Cost } from './run-measured.ts';
import type { Output } from './weigh-output.ts';

/**
 * In this order. Of `dev`, the live preview: `cold` and `unchanged` are starts, to the first page
 * answered; `edited` is from a saved file to the page that shows it.
 */
export const runKinds = ['cold', 'unchanged', 'edited'] as const;
export type RunKind = (typeof runKinds)[number];

/** One run of one tool. */
export interface Measurement extends Cost {
  readonly tool: ToolName;
  readonly articles: number;
  readonly kind: RunKind;
  /** Counts from 1. */
  readonly round: number;
  /** What a build made. */
  readonly output?: Output;
}

export interface MeasureOptions {
  /** A folder to work in, which is not there yet. */
  readonly folder: string;
  readonly articles: number;
  readonly seed: number;
  readonly rounds: number;
  /** What of it is measured. */
  readonly kinds: readonly RunKind[];
}
