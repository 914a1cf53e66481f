import { availableParallelism } from 'node:os';
import { HostingError } from '../hosting/hosting-error.ts';
import { runJobs } from '../system/processes/run-jobs.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import type { Printed } from './ledger.ts';
import { type PrintOptions, printSheet } from './print-sheet.ts';
import type { Recipe } from './sheet.ts';

export interface PrintJob {
  readonly file: string;
  readonly recipe: Recipe;
}

export type PrintReport = { readonly file: string } & Pick<Printed, 'files' | 'fault'>;

/** Sheets that a child is sent at once: one costs as much to send as several. */
export interface PrintBatch {
  readonly jobs: readonly PrintJob[];
}

/** Of one batch. */
export interface PrintReports {
  readonly reports: readonly PrintReport[];
}

/** Fewer sheets than this are printed in this process: another one takes longer to start. */
const fewSheets = 48;

/** The three formats of a feed are one batch, mostly: they share the texts of their entries. */
const sheetsPerBatch = 6;

/** Seconds that a batch may take. */
const seconds = 60;

/**
 * Prints files as they come, in a process for each core where there are many.
 * @param next the next file and its recipe; undefined where there is none left
 * @param onPrinted called with each file that is printed
 * @throws {Error} where one cannot be printed; with `code` and `path` where the disk refuses
 */
export async function printAll(
  next: () => Promise<PrintJob | undefined>,
  options: PrintOptions,
  onPrinted: (file: string, printed: Pick<Printed, 'files' | 'fault'>) => void,
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
    seconds,
    next: async () => {
      const known = first.splice(0, sheetsPerBatch);
      const jobs = known.length > 0 ? known : await take(next, sheetsPerBatch);
      return jobs.length > 0 ? { jobs } : undefined;
    },
    shared: options,
    // Batches are printed in order.
    onReport: ({ reports }, [batch]) => {
      for (const { file, ...report } of reports) onPrinted(file, report);
      return batch;
    },
    onLost: ({ jobs }, loss) => {
      const files = jobs.map(({ file }) => file).join(', ');
      throw new HostingError(
        `one of ${files}: ${loss === 'time' ? `not printed within ${seconds} s` : 'the process that printed it ended'}; build again`,
      );
    },
  });
}

async function take(
  next: () => Promise<PrintJob | undefined>,
  most: number,
): Promise<PrintJob[]> {
  const jobs: PrintJob[] = [];
  for (let job = await next(); job !== undefined; job = await next()) {
    jobs.push(job);
    if (jobs.length === most) break;
  }
  return jobs;
}
