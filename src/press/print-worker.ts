import { answerJobs } from '../system/processes/answer-jobs.ts';
import type { Printed } from './ledger.ts';
import type { PrintBatch, PrintReport, PrintReports } from './print-pool.ts';
import type { PrintOptions } from './print-sheet.ts';
import type { Recipe } from './sheet.ts';
import { InvalidTheme } from './theme-problem.ts';

/** The script of a child process that prints sheets, one after the other. */
answerJobs(async ({ jobs }: PrintBatch, options: PrintOptions): Promise<PrintReports> => {
  const reports: PrintReport[] = [];
  try {
    for (const { file, recipe } of jobs)
      reports.push({ file, ...(await print(file, recipe, options)) });
  } catch (error) {
    if (error instanceof InvalidTheme) return { reports, problems: error.problems };
    throw error;
  }
  return { reports };
});

/** Loads only the code that is needed. */
async function print(file: string, recipe: Recipe, options: PrintOptions): Promise<Printed> {
  if (recipe.form === 'card')
    return (await import('./print-card.ts')).printCard(file, recipe, options);
  return (await import('./print-sheet.ts')).printSheet(file, recipe, options);
}
