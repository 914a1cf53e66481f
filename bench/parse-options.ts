import { parseArgs } from 'node:util';
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
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      counts: { type: 'string', default: '100,1000' },
      only: { type: 'string', default: toolNames.join(',') },
      rounds: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      plain: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const only = values.only.split(',').map((name) => {
    const tool = toolNames.find((known) => known === name.trim());
    if (!tool)
      throw new Error(`--only: expected some of ${toolNames.join(', ')}, got "${name}"`);
    return tool;
  });
  return {
    counts: values.counts.split(',').map((count) => parseWhole('--counts', count)),
    only,
    rounds: parseWhole('--rounds', values.rounds),
    seed: parseWhole('--seed', values.seed),
    extras: !values.plain,
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
