import { answerJobs } from '../processes/answer-jobs.ts';
import type { PrintJob, PrintReport } from './print-pool.ts';
import { type PrintOptions, printSheet } from './print-sheet.ts';

/** A child process that prints sheets, one after the other. */
answerJobs(
  async ({ file, recipe }: PrintJob, options: PrintOptions): Promise<PrintReport> => ({
    file,
    ...(await printSheet(file, recipe, options)),
  }),
);
