import type { Problem } from '../system/problems/problem.ts';
import { answerJobs } from '../system/processes/answer-jobs.ts';
import { type CompileOptions, compileTemplates } from './compile-templates.ts';
import { InvalidTheme } from './theme-problem.ts';

export interface TemplateReport {
  /** Of the theme. Nothing was compiled then. */
  readonly problems?: readonly Problem[];
}

/** The script of a child process that compiles the templates. */
answerJobs(async (options: CompileOptions): Promise<TemplateReport> => {
  try {
    await compileTemplates(options);
    return {};
  } catch (error) {
    if (error instanceof InvalidTheme) return { problems: error.problems };
    throw error;
  }
});
