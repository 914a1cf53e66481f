import { availableParallelism } from 'node:os';
import { runJobs } from '../../system/processes/run-jobs.ts';
import { workerScript } from '../../system/processes/worker-script.ts';
import { terminal } from '../../system/terminal/terminal.ts';
import type { IndexJob } from './index-records.ts';
import type { SearchRecord } from './search-record.ts';

/** Parts that are indexed at a time: each takes a core, and some 200 MB. */
const atOnce = 2;

/** Seconds that one part may take. */
const patience = 120;

/** A part of the index, and the folder that its files go to. */
interface PartToIndex {
  readonly name: string;
  readonly records: readonly SearchRecord[];
  /** Absolute; need not exist. */
  readonly folder: string;
}

/**
 * Writes the index of each part in child processes, two at a time: the indexer works on one thread.
 * Each part is the same bytes, whatever is indexed before it or beside it.
 *
 * @param bodyOf the rendered text by its key
 * @throws {Error} when the indexer does not run, refuses a text, or dies
 */
export async function indexParts(
  parts: readonly PartToIndex[],
  bodyOf: (key: string) => Promise<string>,
): Promise<void> {
  const queue = parts.values();
  const total = parts.reduce((sum, { records }) => sum + records.length, 0);
  let done = 0;
  await runJobs<IndexJob, object>({
    script: workerScript('outputs/search/index-worker'),
    children: Math.min(atOnce, availableParallelism(), parts.length),
    timeoutSeconds: patience,
    next: async () => {
      const { value: part } = queue.next();
      if (!part) return undefined;
      const { name, records, folder } = part;
      const bodies: string[] = [];
      for (const { body } of records) bodies.push(await bodyOf(body));
      return { name, records, bodies, folder };
    },
    onReport: (_, [job]) => {
      done += job?.records.length ?? 0;
      terminal().progress('Articles indexed', { done, total });
      return job;
    },
    onLost: ({ name }, loss) => {
      const why = loss === 'time' ? `took longer than ${patience} s` : 'crashed';
      const where = `part ${name} of the index`;
      throw new Error(`the search index could not be made: the indexer ${why} (${where})`);
    },
  });
}
