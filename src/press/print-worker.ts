import { answerJobs } from '../processes/answer-jobs.ts';
import type { PrintJob, PrintReport } from './print-pool.ts';
import { printSheet } from './print-sheet.ts';

/** A child process that prints sheets, one after the other. */
answerJobs(
  async ({ file, content, options }: PrintJob): Promise<PrintReport> => ({
    file,
    ...(await printSheet(file, content, options)),
  }),
);
