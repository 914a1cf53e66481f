import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import type { IndexJob, IndexReport } from './index-job.ts';
import { indexRecords } from './index-records.ts';

/** A child process that indexes parts, one after the other: see `index-parts.ts`. */
process.on('message', async (job: IndexJob) => {
  process.send?.(await index(job));
});

// Where the build is gone, nothing more may be written.
process.once('disconnect', () => process.exit());

// Pagefind itself would wait for ever for the answer of a program that has died.
subscribe('child_process', (message) => {
  const { process: indexer } = message as { readonly process: ChildProcess };
  indexer.once('exit', () => process.exit(1));
});

async function index(job: IndexJob): Promise<IndexReport> {
  try {
    await indexRecords(job);
    return {};
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
