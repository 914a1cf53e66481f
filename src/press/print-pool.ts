import { availableParallelism } from 'node:os';
import { PassingError } from '../hosting/hosting-error.ts';
import type { Problem } from '../system/problems/problem.ts';
import { runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import type { PrintedSheet } from './ledger.ts';
import { type PrintOptions, printSheet } from './print-sheet.ts';
import type { Recipe } from './sheet.ts';
import { InvalidTheme } from './theme-problem.ts';

export interface PrintJob {
  readonly file: string;
  readonly recipe: Recipe;
}

export type PrintReport = { readonly file: string } & Pick<PrintedSheet, 'files' | 'fault'>;

/** Sheets that are sent to a child in one message, since each message has a cost. */
export interface PrintBatch {
  readonly jobs: readonly PrintJob[];
}

/** The reports of one batch. */
export interface PrintReports {
  readonly reports: readonly PrintReport[];
  /** Of the theme: the rest of the batch was not printed. */
  readonly problems?: readonly Problem[];
}

/** Fewer sheets than this are printed in this process: starting children takes as long as printing them. */
const fewSheets = 400;

/** The three formats of a feed, which share the texts of their entries, are mostly in one batch. */
const sheetsPerBatch = 6;

/** For a batch. */
const timeoutSeconds = 60;

/**
 * Prints files: many of them in one child process for each core, few of them in this process.
 *
 * @param next gives the next file and its recipe; undefined where none is left
 * @param onPrinted called for each printed file
 * @throws {InvalidTheme} where a component of the theme throws
 * @throws {Error} where a file cannot be printed; for a disk error with its `code` and `path`
 */
export async function printAll(
  next: () => Promise<PrintJob | undefined>,
  options: PrintOptions,
  onPrinted: (file: string, printed: Pick<PrintedSheet, 'files' | 'fault'>) => void,
): Promise<void> {
  const first = await take(next, fewSheets);
  if (first.length < fewSheets) {
    for (const { file, recipe } of first)
      onPrinted(file, await printSheet(file, recipe, options));
    return;
  }
  await runJobs<PrintBatch, PrintReports>({
    script: workerScript('press/print-worker'),
    children: availableParallelism(),
    ahead: 2,
    timeoutSeconds,
    next: async () => {
      const known = first.splice(0, sheetsPerBatch);
      const jobs = known.length > 0 ? known : await take(next, sheetsPerBatch);
      return jobs.length > 0 ? { jobs } : undefined;
    },
    shared: options,
    // Batches are printed in order.
    onReport: ({ reports, problems }, [batch]) => {
      if (problems) throw new InvalidTheme(problems);
      for (const { file, ...report } of reports) onPrinted(file, report);
      return batch;
    },
    onLost: ({ jobs }, loss) => {
      const files = jobs.map(({ file }) => file).join(', ');
      throw new PassingError(
        `one of ${files}: ${loss === 'time' ? `not printed within ${timeoutSeconds} s` : 'the process that printed it crashed'}; build again`,
      );
    },
  });
}

async function take(
  next: () => Promise<PrintJob | undefined>,
  max: number,
): Promise<PrintJob[]> {
  const jobs: PrintJob[] = [];
  for (let job = await next(); job !== undefined; job = await next()) {
    jobs.push(job);
    if (jobs.length === max) break;
  }
  return jobs;
}
