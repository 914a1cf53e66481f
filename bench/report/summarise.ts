import { type BuildKind, buildKinds, type Measurement } from '../measure/measure-tool.ts';
import type { ToolName } from '../tools/tool.ts';
import { median } from './median.ts';

/** What one kind of build cost one tool: the middle of its rounds, each figure for itself. */
export type Summary = Omit<Measurement, 'round'>;

/** Dateline's cost divided by a peer's: below 1, Dateline took less. */
export interface Ratio {
  readonly peer: ToolName;
  readonly articles: number;
  readonly kind: BuildKind;
  readonly time: number;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
}

/** One summary for each size, tool and kind of build, in the order in which they were measured. */
export function summarise(measurements: readonly Measurement[]): Summary[] {
  const groups = Map.groupBy(
    measurements,
    ({ articles, tool, kind }) => `${articles} ${tool} ${kind}`,
  );
  return [...groups.values()].flatMap((rounds) => {
    const [first] = rounds;
    if (!first) return [];
    const { round: _, ...rest } = first;
    return {
      ...rest,
      seconds: median(rounds.map(({ seconds }) => seconds)),
      cpuSeconds: median(rounds.map(({ cpuSeconds }) => cpuSeconds)),
      peakBytes: median(rounds.map(({ peakBytes }) => peakBytes)),
      changedFiles: median(rounds.map(({ changedFiles }) => changedFiles)),
    };
  });
}

/** Dateline against each peer that was measured at the same size; empty without Dateline. */
export function toRatios(summaries: readonly Summary[]): Ratio[] {
  const peers = summaries.filter(({ tool }) => tool !== 'dateline');
  return peers
    .flatMap((peer) => {
      const own = summaries.find(
        ({ tool, articles, kind }) =>
          tool === 'dateline' && articles === peer.articles && kind === peer.kind,
      );
      if (!own) return [];
      return {
        peer: peer.tool,
        articles: peer.articles,
        kind: peer.kind,
        time: own.seconds / peer.seconds,
        cpu: divide(own.cpuSeconds, peer.cpuSeconds),
        memory: divide(own.peakBytes, peer.peakBytes),
      };
    })
    .sort(
      (a, b) =>
        a.articles - b.articles || buildKinds.indexOf(a.kind) - buildKinds.indexOf(b.kind),
    );
}

function divide(own: number | undefined, other: number | undefined): number | undefined {
  return own === undefined || !other ? undefined : own / other;
}
