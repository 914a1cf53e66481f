/**
 * `npm run bench`: builds the same articles with Dateline and its peers, and prints the cost of
 * each. With `--reading`, it compares the pages instead; with `--pictures`, it measures the
 * cost of photographs; with `--scale`, that of the stages of a build; with `--search`, what a search of a
 * large archive loads. `--help` lists its options, and README.md explains the results. The exit
 * code is 1 if a build failed.
 */
import { runCommand } from '../src/commands/run-command.ts';
import { compare } from './compare.ts';
import type { GivenOptions } from './given-options.ts';
import { parseOptions } from './parse-options.ts';
import { parsePictureOptions } from './pictures/parse-picture-options.ts';
import { runPictures } from './pictures/run-pictures.ts';
import { parseReadingOptions } from './reading/parse-reading-options.ts';
import { runReading } from './reading/run-reading.ts';
import { parseScaleOptions } from './scale/parse-scale-options.ts';
import { runScale } from './scale/run-scale.ts';
import { parseSearchOptions } from './search/parse-search-options.ts';
import { runSearch } from './search/run-search.ts';

/** Returns the task that the options ask for; throws if one is wrong. */
function toTask(options: GivenOptions): () => Promise<void> {
  if (options['pictures']) {
    const parsed = parsePictureOptions(options);
    return () => runPictures(parsed);
  }
  if (options['scale']) {
    const parsed = parseScaleOptions(options);
    return () => runScale(parsed);
  }
  if (options['reading']) {
    const parsed = parseReadingOptions(options);
    return () => runReading(parsed);
  }
  if (options['search']) {
    const parsed = parseSearchOptions(options);
    return () => runSearch(parsed);
  }
  const parsed = parseOptions(options);
  return () => compare(parsed);
}

await runCommand(
  'bench',
  async ({ options }) => {
    await toTask(options)();
  },
  { ownJson: true },
);
