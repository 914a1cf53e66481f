import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { writeInFolder } from '../../system/cache/cached-file.ts';
import { runJobs } from '../../system/processes/run-jobs.ts';
import { workerScript } from '../../system/processes/worker-script.ts';
import { terminal } from '../../system/terminal/terminal.ts';
import type { IndexJob } from './index-records.ts';
import type { SearchRecord } from './search-record.ts';

/** How many parts are indexed at the same time. Each needs a core and some 200 MB. */
const concurrency = 2;

/** For one part. */
const timeoutSeconds = 120;

/** A part of the index, and the folder for its files. */
interface PartToIndex {
  readonly name: string;
  readonly records: readonly SearchRecord[];
  /** An absolute path. It need not exist. */
  readonly folder: string;
}

/**
 * Writes the index of each part in two child processes, since the indexer has a single thread. The
 * bytes of a part do not depend on other parts.
 *
 * @param bodyOf gives a rendered text by its key
 * @param onIndexed is called for each part when its files are written
 * @throws {Error} of the disk, or where the indexer does not start, rejects a text, crashes, or times out
 */
export async function indexParts<Part extends PartToIndex>(
  parts: readonly Part[],
  bodyOf: (key: string) => Promise<string>,
  onIndexed: (part: Part) => void,
): Promise<void> {
  const queue = parts.values();
  const total = parts.reduce((sum, { records }) => sum + records.length, 0);
  let done = 0;
  await runJobs<IndexJob & { readonly part: Part }, object>({
    script: workerScript('outputs/search/index-worker'),
    children: Math.min(concurrency, availableParallelism(), parts.length),
    timeoutSeconds,
    next: async () => {
      const { value: part } = queue.next();
      if (!part) return undefined;
      const { name, records, folder } = part;
      const bodies: string[] = [];
      for (const { body } of records) bodies.push(await bodyOf(body));
      return { name, records, bodies, folder, part };
    },
    toMessage: ({ part: _, ...job }) => job,
    onReport: (_, [job]) => {
      if (job) onIndexed(job.part);
      done += job?.records.length ?? 0;
      terminal().progress('Articles indexed', { done, total });
      return job;
    },
    onLost: ({ name, folder }, loss) => {
      // The indexer does not say that the disk is full.
      tryToWrite(folder);
      const why = loss === 'time' ? `took longer than ${timeoutSeconds} s` : 'crashed';
      throw new Error(
        `the search index could not be made: the indexer ${why} (part ${name} of the index)`,
      );
    },
  });
}

/** @throws {Error} of the disk, with its `path`, where nothing can be written into a folder */
function tryToWrite(folder: string): void {
  const path = join(folder, 'probe');
  try {
    writeInFolder(path, Buffer.alloc(16_384, 1));
  } catch (error) {
    throw Object.assign(error as Error, { path });
  } finally {
    rmSync(path, { force: true });
  }
}
