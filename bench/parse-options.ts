import { CommandError } from '../src/commands/command-error.ts';
import { type GivenOptions, textOf } from './given-options.ts';
import { parseWhole } from './parse-whole.ts';
import { type ToolName, toolNames } from './tools/tool.ts';

export interface Options {
  /** Sizes of corpus, in articles. */
  readonly counts: readonly number[];
  readonly only: readonly ToolName[];
  readonly rounds: number;
  readonly seed: number;
  /** Whether Dateline makes its share cards, search index and Markdown copies, as no peer does. */
  readonly extras: boolean;
  /** Where to write the figures as JSON. */
  readonly json?: string;
}

/** The options of `npm run bench -- …`. Throws a sentence for the user where one is wrong. */
export function parseOptions(given: GivenOptions): Options {
  const values = {
    counts: textOf(given, 'counts') ?? '100,1000',
    only: textOf(given, 'only') ?? toolNames.join(','),
    rounds: textOf(given, 'rounds') ?? '1',
    seed: textOf(given, 'seed') ?? '1',
    json: textOf(given, 'json'),
  };
  const only = values.only.split(',').map((name) => {
    const tool = toolNames.find((known) => known === name.trim());
    if (!tool)
      throw new CommandError(`--only: expected some of ${toolNames.join(', ')}, got "${name}"`);
    return tool;
  });
  return {
    counts: values.counts.split(',').map((count) => parseWhole('--counts', count)),
    only,
    rounds: parseWhole('--rounds', values.rounds),
    seed: parseWhole('--seed', values.seed),
    extras: given['plain'] === undefined,
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
