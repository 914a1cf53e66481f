import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ThemePage } from '../publication/view/theme-page.ts';
import { quote } from '../system/problems/format-problem.ts';
import type { Theme } from '../theme/theme.ts';
import type { PageContent } from './make-content.ts';
import { InvalidTheme, pathIn, themeProblem } from './theme-problem.ts';

/** A place in a source file: its absolute path, line and column from 1. */
interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The error of a component that threw, with the file and line of the theme. `doing` says when, such as
 * `index.html was printed`.
 */
export function toRenderProblem(theme: Theme, doing: string, error: unknown): InvalidTheme {
  const places = placesOf(error instanceof Error ? (error.stack ?? '') : '');
  const message = `threw ${quote(error instanceof Error ? error.message : String(error))} while ${doing}`;
  for (const { file, line, column } of places) {
    const path = pathIn(theme, file);
    if (path === undefined) continue;
    const cure = 'correct the component; other pages may lack what it reads';
    return new InvalidTheme([themeProblem(theme, path, { line, column }, { message, cure })]);
  }
  const [own] = places.flatMap(({ file }) => /[^/]+\.astro$/u.exec(file)?.[0] ?? []);
  // Ours throws: the component of that name in the theme most likely uses it.
  const override = theme.files.find((path) => path === `components/${own}`) ?? '';
  const problem = {
    message: own === undefined ? message : `${own} of Dateline ${message}`,
    cure: 'a component of the theme gives it other props than it expects',
  };
  return new InvalidTheme([themeProblem(theme, override, { line: 1, column: 1 }, problem)]);
}

/**
 * Checks that a page has the publication's shell around it. Without, it has no policy, title or style.
 *
 * @throws {InvalidTheme} if it has none
 */
export function checkFrame(
  theme: Pick<Theme, 'shown'>,
  { template, page }: Pick<PageContent, 'template' | 'page'>,
  file: string,
  html: string,
): void {
  if (/<html[\s>]/u.test(html)) return;
  const path = template === 'theme' ? `pages/${(page as ThemePage).name}.astro` : '';
  const problem = {
    message: `expected the publication's shell around ${file}, got none`,
    cure:
      path === ''
        ? 'put `<Shell>` around what the component shows, as the component of Dateline does'
        : 'import the layout Page, and put `<Page page={Astro.props.page}>` around what the file shows',
  };
  throw new InvalidTheme([themeProblem(theme, path, { line: 1, column: 1 }, problem)]);
}

/** The places of a stack in source files, as far as compiled files have source maps. */
function placesOf(stack: string): SourcePlace[] {
  const maps = new Map<string, SourceMap | undefined>();
  const frames = [...stack.matchAll(/(file:\/\/[^\s()]+?):(\d+):(\d+)/gu)];
  return frames.flatMap(([, url = '', line, column]) => {
    const path = fileURLToPath(url.replace(/[?#].*$/su, ''));
    if (!maps.has(path)) maps.set(path, loadMap(path));
    const entry = maps.get(path)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return [];
    const file = resolve(dirname(path), entry.originalSource);
    return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  });
}

function loadMap(path: string): SourceMap | undefined {
  const file = `${path}.map`;
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
