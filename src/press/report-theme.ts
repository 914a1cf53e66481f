import { InvalidContent } from '../newsroom/report-gathered.ts';
import { countOf } from '../system/problems/count-of.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { InvalidTheme } from './theme-problem.ts';

/** Reports the problems of a theme that stop a build. Returns the error that ends it; others as they are. */
export function reportTheme(error: unknown): unknown {
  if (!(error instanceof InvalidTheme)) return error;
  const { problems } = error;
  problems.forEach(terminal().problem);
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = `${countOf(problems.length, 'error')} in ${countOf(files, 'file')}`;
  return new InvalidContent(`\n${count}; nothing was published.`);
}
