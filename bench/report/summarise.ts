import type { Measurement, RunKind } from '../measure/measurement.ts';
import type { Output } from '../measure/weigh-output.ts';
import type { ToolName } from '../tools/tool.ts';
import { divide, type Spread, toSpread } from './spread.ts';

/** The cost of one kind of run of one tool at one size, in all rounds. */
export interface Summary {
  readonly tool: ToolName;
  readonly articles: number;
  readonly kind: RunKind;
  readonly seconds: Spread;
  readonly cpuSeconds: Spread | undefined;
  readonly peakBytes: Spread | undefined;
  /** Of the first round; the number of changed files is the median. */
  readonly output: Output | undefined;
}

/** Dateline's cost divided by that of a peer: below 1, Dateline's is lower. */
export interface Ratio {
  readonly own: ToolName;
  readonly peer: ToolName;
  readonly articles: number;
  readonly kind: RunKind;
  readonly time: Spread | undefined;
  readonly cpu: Spread | undefined;
  readonly memory: Spread | undefined;
}

/** How cost grows with the number of articles: 0 not at all, 1 in proportion. */
export interface Growth {
  readonly tool: ToolName;
  readonly kind: RunKind;
  readonly from: number;
  readonly to: number;
  readonly time: number | undefined;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
}

/** Returns a summary for each size, tool and kind of run, in the order of measurement. */
export function summarise(measurements: readonly Measurement[]): Summary[] {
  const groups = Map.groupBy(
    measurements,
    ({ articles, tool, kind }) => `${articles} ${tool} ${kind}`,
  );
  return [...groups.values()].flatMap((rounds) => {
    const [first] = rounds;
    const seconds = toSpread(rounds.map((one) => one.seconds));
    if (!first || !seconds) return [];
    const { tool, articles, kind, output } = first;
    const changedFiles = toSpread(rounds.map((one) => one.output?.changedFiles))?.median ?? 0;
    return {
      ...{ tool, articles, kind, seconds },
      cpuSeconds: toSpread(rounds.map(({ cpuSeconds }) => cpuSeconds)),
      peakBytes: toSpread(rounds.map(({ peakBytes }) => peakBytes)),
      output: output && { ...output, changedFiles },
    };
  });
}

const owns: readonly ToolName[] = ['dateline', 'dateline-plain'];
const peers: readonly ToolName[] = ['eleventy', 'hugo'];

/** Compares Dateline with each peer at the same size; empty if either was not measured. */
export function toRatios(summaries: readonly Summary[]): Ratio[] {
  return summaries
    .filter(({ tool }) => owns.includes(tool))
    .flatMap((own) =>
      summaries
        .filter(({ tool, articles, kind }) => {
          return peers.includes(tool) && articles === own.articles && kind === own.kind;
        })
        .map((peer) => ({
          ...{ own: own.tool, peer: peer.tool, articles: own.articles, kind: own.kind },
          time: divide(own.seconds, peer.seconds),
          cpu: divide(own.cpuSeconds, peer.cpuSeconds),
          memory: divide(own.peakBytes, peer.peakBytes),
        })),
    );
}

/** Returns how each kind of run of each tool grows from one measured size to the next. */
export function toGrowth(summaries: readonly Summary[]): Growth[] {
  const groups = Map.groupBy(summaries, ({ tool, kind }) => `${tool} ${kind}`);
  return [...groups.values()].flatMap((group) => {
    const sizes = group.toSorted((a, b) => a.articles - b.articles);
    return sizes.slice(1).flatMap((large, index) => {
      const small = sizes[index];
      if (!small) return [];
      return {
        ...{ tool: large.tool, kind: large.kind, from: small.articles, to: large.articles },
        time: toExponent(small, large, 'seconds'),
        cpu: toExponent(small, large, 'cpuSeconds'),
        memory: toExponent(small, large, 'peakBytes'),
      };
    });
  });
}

function toExponent(
  small: Summary,
  large: Summary,
  figure: 'seconds' | 'cpuSeconds' | 'peakBytes',
): number | undefined {
  const [before, after] = [small[figure]?.median, large[figure]?.median];
  if (!before || !after) return undefined;
  return Math.log(after / before) / Math.log(large.articles / small.articles);
}
