import { availableParallelism } from 'node:os';
import { runJobs } from '../processes/run-jobs.ts';
import { workerScript } from '../processes/worker-script.ts';
import type { Printed } from './ledger.ts';
import { type PrintOptions, printSheet } from './print-sheet.ts';
import type { Recipe } from './sheet.ts';

export interface PrintJob {
  readonly file: string;
  readonly recipe: Recipe;
}

export type PrintReport = { readonly file: string } & Pick<Printed, 'files' | 'fault'>;

/** Fewer sheets than this are printed in this process: another one takes longer to start. */
const fewSheets = 48;

/** Seconds that one sheet may take. */
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
  const first: PrintJob[] = [];
  while (first.length < fewSheets) {
    const job = await next();
    if (job === undefined) {
      for (const { file, recipe } of first)
        onPrinted(file, await printSheet(file, recipe, options));
      return;
    }
    first.push(job);
  }
  await runJobs<PrintJob, PrintReport>({
    script: workerScript('press/print-worker'),
    children: availableParallelism(),
    ahead: 8,
    seconds,
    next: () => first.pop() ?? next(),
    shared: options,
    onReport: ({ file, ...report }, jobs) => {
      onPrinted(file, report);
      return jobs.find((job) => job.file === file);
    },
    onLost: ({ file }, loss) => {
      throw new Error(
        `${file}: ${loss === 'time' ? `not printed within ${seconds} s` : 'the process that printed it ended'}; build again`,
      );
    },
  });
}
