import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { answerJobs } from '../../system/processes/answer-jobs.ts';
import { indexRecords } from './index-records.ts';

// Pagefind does not notice when its program crashes, and would wait for it forever.
subscribe('child_process', (message) => {
  const { process: indexer } = message as { readonly process: ChildProcess };
  indexer.once('exit', () => process.exit(1));
});

/** The script of a child process that indexes parts, one after the other: see `index-pool.ts`. */
answerJobs(async (job: Parameters<typeof indexRecords>[0]) => {
  await indexRecords(job);
  return {};
});
