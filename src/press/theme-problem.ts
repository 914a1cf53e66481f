import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { formatProblem } from '../system/problems/format-problem.ts';
import type { Problem } from '../system/problems/problem.ts';
import { type Theme, themeFile } from '../theme/theme.ts';

/** A theme does not compile, or a component of it throws. The message has its problems, one a line. */
export class InvalidTheme extends Error {
  override readonly name = 'InvalidTheme';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** An error in a file of a theme, by its path below the theme's folder. */
export function themeProblem(
  theme: Pick<Theme, 'shown'>,
  path: string,
  place: Pick<Problem, 'line' | 'column'>,
  problem: Pick<Problem, 'message' | 'cure'>,
): Problem {
  const { kind } = themeFile(path);
  return {
    severity: 'error',
    file: path === '' ? theme.shown : `${theme.shown}/${path}`,
    ...place,
    field: kind === 'component' || kind === 'page' ? kind : 'theme',
    ...problem,
  };
}

/** The module instead of one that is missing, so that the rest can be compiled. */
export const missingModule = 'theme:missing';

/** What bundlers and Astro say about an error. Columns count from 0. */
interface CompileError {
  readonly message?: string;
  readonly code?: string;
  readonly id?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly errors?: readonly CompileError[];
}

/**
 * The problems that stopped the compiler, with the path of each file below the theme's folder. Without a
 * path, the error is not in a file of the theme, but caused by one: everything else compiles. Without a
 * problem, it follows from another one.
 */
export function toThemeProblems(
  theme: Theme,
  error: unknown,
): { readonly path?: string; readonly problem?: Problem }[] {
  const thrown = error as CompileError;
  return (thrown.errors ?? [thrown]).map((own) => {
    const message = `it does not compile: ${plainMessage(own.message ?? String(own))}`;
    const file = own.loc?.file ?? own.id ?? fileInMessage(own.message ?? '');
    const path = pathIn(theme, file);
    // Follows from another problem.
    if (path !== undefined && own.message?.includes(missingModule)) return { path };
    if (path === undefined) {
      const problem = {
        message: file === undefined ? message : `${message} (in ${file})`,
        cure: 'a file of the theme imports what cannot be compiled',
      };
      return { problem: themeProblem(theme, '', { line: 1, column: 1 }, problem) };
    }
    const { line = 1, column = 0 } = own.loc ?? {};
    const place = { line, column: column + 1 };
    return { path, problem: themeProblem(theme, path, place, { message, cure: cureOf(own) }) };
  });
}

/** Some errors name the file in the excerpt only, relative to the working folder: `[ ../a.ts:1:18 ]`. */
function fileInMessage(message: string): string | undefined {
  const [, file] = /\[ (.+):\d+:\d+ \]/u.exec(stripVTControlCharacters(message)) ?? [];
  return file === undefined ? undefined : resolve(file);
}

function cureOf({ code }: CompileError): string | undefined {
  return code === 'MISSING_EXPORT'
    ? 'if it is a type, import it with `import type`'
    : undefined;
}

/** The first line, without colours and the name of a part of the compiler. */
function plainMessage(message: string): string {
  const [line = ''] = stripVTControlCharacters(message).split('\n');
  return line.replace(/^\[[\w:-]+\] /u, '').replace(/\.$/u, '');
}

/** The path of a file below the theme's folder, by its absolute path without links. */
export function pathIn(theme: Theme, file: string | undefined): string | undefined {
  const wanted = file?.replace(/[?#].*$/su, '').replaceAll('\\', '/');
  return theme.files.find((path) => realPath(theme, path) === wanted);
}

/** The absolute path of a file of a theme, without links, as Vite writes it. */
export function realPath(theme: Theme, path: string): string {
  return realpathSync(join(theme.folder, path)).replaceAll('\\', '/');
}
