import { answerJobs } from '../system/processes/answer-jobs.ts';
import { type CompileOptions, compileTemplates } from './compile-templates.ts';

/** The script of a child process that compiles the templates. */
answerJobs(async (options: CompileOptions) => {
  await compileTemplates(options);
  return {};
});
