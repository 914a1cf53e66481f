import { answerJobs } from '../system/processes/answer-jobs.ts';
import type { PrintBatch, PrintReport, PrintReports } from './print-pool.ts';
import { type PrintOptions, printSheet } from './print-sheet.ts';
import { InvalidTheme } from './theme-problem.ts';

/** The script of a child process that prints sheets, one after the other. */
answerJobs(async ({ jobs }: PrintBatch, options: PrintOptions): Promise<PrintReports> => {
  const reports: PrintReport[] = [];
  try {
    for (const { file, recipe } of jobs)
      reports.push({ file, ...(await printSheet(file, recipe, options)) });
  } catch (error) {
    if (error instanceof InvalidTheme) return { reports, problems: error.problems };
    throw error;
  }
  return { reports };
});
