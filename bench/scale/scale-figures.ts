import type { Cost } from '../measure/run-measured.ts';
import type { ScaleStage } from './scale-stages.ts';

/** The cost of one stage at one size. */
export interface StageCost {
  readonly articles: number;
  readonly stage: ScaleStage;
  /** One command, or two of a shared stage: a sixteenth of it, and the rest. */
  readonly commands: readonly Cost[];
  /** By how much the store and the output grew. */
  readonly bytes: number;
}

/** The results of `npm run bench -- --scale`. */
export interface ScaleFigures {
  readonly machine: string;
  /** What was built: with share cards, search and Markdown versions, or without. */
  readonly extras: boolean;
  readonly years: number;
  readonly seed: number;
  readonly costs: readonly StageCost[];
}
