import { type GivenOptions, textOf } from './given-options.ts';
import { type RunKind, runKinds } from './measure/measurement.ts';
import { parseWhole } from './parse-whole.ts';
import { someOf } from './some-of.ts';
import { type ToolName, toolNames } from './tools/tool.ts';

export interface Options {
  /** Corpus sizes for builds, in articles. */
  readonly articles: readonly number[];
  /** Corpus sizes for the live preview. */
  readonly devArticles: readonly number[];
  readonly only: readonly ToolName[];
  readonly runs: readonly RunKind[];
  readonly rounds: number;
  readonly seed: number;
  /** A file of figures to report instead of measuring. */
  readonly from?: string;
  /** Where to write the figures as JSON. */
  readonly json?: string;
  /** Where to draw the figures as SVG. */
  readonly chart?: string;
}

/** Parses the options of `npm run bench -- …`. Throws an error for the user if one is wrong. */
export function parseOptions(given: GivenOptions): Options {
  const wholes = (name: keyof GivenOptions, fallback: string) =>
    (textOf(given, name) ?? fallback)
      .split(',')
      .map((number) => parseWhole(`--${name}`, number));
  const files = (['from', 'json', 'chart'] as const).flatMap((name) => {
    const file = textOf(given, name);
    return file === undefined ? [] : [[name, file] as const];
  });
  return {
    articles: wholes('articles', '100,1000'),
    devArticles: wholes('dev-articles', '10,10000'),
    only: someOf('--only', textOf(given, 'only') ?? toolNames.join(), toolNames),
    runs: someOf('--runs', textOf(given, 'runs') ?? runKinds.join(), runKinds),
    rounds: parseWhole('--rounds', textOf(given, 'rounds') ?? '1'),
    seed: parseWhole('--seed', textOf(given, 'seed') ?? '1'),
    ...Object.fromEntries(files),
  };
}
