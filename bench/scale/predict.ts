import type { StageCost } from './scale-figures.ts';
import { firstShare, type ScaleStage, scaleStages, sharedStages } from './scale-stages.ts';

/** The seconds of a stage at one size. */
export interface StageTime {
  /** What each machine does, however many there are. A stage on one machine has only this. */
  readonly fixed: number;
  /** What the machines share. */
  readonly shared: number;
}

/**
 * Divides the seconds of a stage. A shared one was measured in two commands: `first` did a sixteenth
 * of the work, `rest` the others, and each did the fixed part.
 */
export function toStageTime({ stage, commands }: StageCost): StageTime {
  const [first = 0, rest = 0] = commands.map(({ seconds }) => seconds);
  if (!sharedStages.includes(stage)) return { fixed: first, shared: 0 };
  // first = fixed + shared / n, rest = fixed + shared * (n - 1) / n.
  const solved = ((firstShare - 1) * first - rest) / (firstShare - 2);
  // Noise may make one of them negative.
  const fixed = Math.max(0, Math.min(solved, first, rest));
  return { fixed, shared: first + rest - 2 * fixed };
}

/** The seconds of a stage on one machine that does all of it. */
export function secondsOf(cost: StageCost): number {
  const { fixed, shared } = toStageTime(cost);
  return fixed + shared;
}

/** The exponent of growth from one size to another: 0 not at all, 1 in proportion. */
export function exponentOf(
  small: { readonly articles: number; readonly value: number | undefined },
  large: { readonly articles: number; readonly value: number | undefined },
): number | undefined {
  if (!small.value || !large.value || small.articles === large.articles) return undefined;
  return Math.log(large.value / small.value) / Math.log(large.articles / small.articles);
}

/** What is predicted of a stage: seconds for each number of machines. */
export interface StagePrediction {
  readonly stage: ScaleStage;
  readonly seconds: readonly number[];
}

/**
 * Predicts the seconds of each stage for a number of articles on as many machines of this kind as
 * given, from the growth between the two largest sizes that were measured. Empty with fewer.
 */
export function predict(
  costs: readonly StageCost[],
  articles: number,
  machines: readonly number[],
): StagePrediction[] {
  return scaleStages.flatMap((stage) => {
    const [small, large] = costs
      .filter((cost) => cost.stage === stage)
      .toSorted((a, b) => a.articles - b.articles)
      .slice(-2);
    if (small === undefined || large === undefined) return [];
    const [before, after] = [toStageTime(small), toStageTime(large)];
    const grown = (part: keyof StageTime) => {
      const exponent = exponentOf(
        { articles: small.articles, value: before[part] },
        { articles: large.articles, value: after[part] },
      );
      // Unknown where it was too short to measure: then it grows in proportion, which is the worse.
      return after[part] * (articles / large.articles) ** Math.max(0, exponent ?? 1);
    };
    const [fixed, shared] = [grown('fixed'), grown('shared')];
    return { stage, seconds: machines.map((count) => fixed + shared / count) };
  });
}
