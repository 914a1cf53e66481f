import { readFileSync, realpathSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { ViteUserConfig } from 'astro';
import { readManifest } from '../system/cache/find-package.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { quote } from '../system/problems/format-problem.ts';
import { suggestName } from '../system/problems/nearest-name.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { checkTemplate } from '../theme/check-template.ts';
import { componentNames } from '../theme/load-theme.ts';
import { type Theme, themeFile } from '../theme/theme.ts';
import { missingModule, realPath, themeProblem } from './theme-problem.ts';

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/** The module from which `src/site/pages` has the pages of the theme. */
const pagesModule = 'theme:pages';

export interface ThemePluginOptions {
  readonly theme?: Theme;
  /** Files of the theme that do not compile, which are left out. */
  readonly broken: ReadonlySet<string>;
  /** Called for each problem of a file of the theme; the rest is compiled nevertheless. */
  readonly report: (problem: Problem) => void;
}

/**
 * The Vite plugin that compiles a theme with the templates. Each import of a component of Dateline gets
 * the theme's component of that name, if there is one. Files of a theme import those of Dateline by the
 * name of the package (`…/components/X.astro`, never the theme's), `astro` from the packages of Dateline,
 * other packages from those of the project, and nothing else outside of the theme, since the key of the
 * compiled templates would not cover it.
 */
export function themePlugin({ theme, broken, report }: ThemePluginOptions): VitePlugin {
  const code = realpathSync(packageFolder());
  const components = join(code, 'src/site/components');
  const known = new Set(componentNames());
  const files = listFiles(theme, broken);
  const overrides = new Map<string, string>();
  const pages = new Map<string, string>();
  for (const [path, own] of files) {
    const file = themeFile(own);
    if (file.kind === 'component' && known.has(file.name))
      overrides.set(join(components, `${file.name}.astro`), path);
    if (file.kind === 'page') pages.set(file.name, path);
  }
  const { name = '' } = readManifest(code);
  return {
    name: 'dateline-theme',
    enforce: 'pre',
    buildStart() {
      if (theme === undefined) return;
      for (const [path, own] of files) {
        if (!own.endsWith('.astro')) continue;
        const text = readFileSync(path, 'utf8');
        for (const { index, ...problem } of findUnclosed(text))
          report(themeProblem(theme, own, placeAt(text, index), problem));
        for (const problem of checkTemplate(text, `${theme.shown}/${own}`)) report(problem);
      }
    },
    async resolveId(source, importer, options) {
      if (source === pagesModule) return `\0${pagesModule}`;
      if (theme === undefined || importer === undefined) return null;
      const from = withoutQuery(importer);
      const own = files.get(from);
      if (own === undefined) {
        const id = overrides.get(resolve(dirname(from), source));
        return importer === `\0${pagesModule}` || id === undefined ? null : id;
      }
      const fault = (
        problem: Omit<Problem, 'severity' | 'file' | 'line' | 'column' | 'field'>,
      ) => {
        report(themeProblem(theme, own, placeOf(from, source), problem));
        // Compiled nevertheless, so that all problems are found at once.
        return `\0${missingModule}`;
      };
      if (source.startsWith('\0') || isBuiltin(source)) return null;
      if (source === name || source.startsWith(`${name}/`)) {
        const path = source.slice(name.length + 1);
        const found = publicModule(code, path);
        if (found !== undefined) return found;
        const names = publicNames(known).map((own) => `${name}/${own}`);
        return fault({
          message: wrongValue(
            `a component of Dateline, such as ${name}/components/ArticleFooter.astro, a layout or ${name}/props`,
            quote(source),
          ),
          ...suggestName(source, names),
        });
      }
      if (/^astro(?:[:/]|$)/u.test(source)) return null;
      if (/^[^?]+\.(?:css|less|s[ac]ss|styl)$/u.test(source))
        return fault({
          message: wrongValue('no style sheet in a component', quote(source)),
          cure: 'import it in style.css of the theme',
        });
      const isPath = /^[./]/u.test(source);
      const found =
        (await this.resolve(source, importer, { ...options, skipSelf: true })) ??
        // The theme may be outside of the project.
        (isPath
          ? null
          : await this.resolve(source, join(theme.root, 'package.json'), {
              ...options,
              skipSelf: true,
            }));
      if (found === null)
        return fault(
          isPath
            ? {
                message: wrongValue('a file of the theme', quote(source)),
                cure: 'there is no such file',
              }
            : {
                message: wrongValue('a package of the project', quote(source)),
                cure: 'install it, or correct its name',
              },
        );
      const id = withoutQuery(found.id);
      const isOutside = isPath && !files.has(id) && !id.startsWith('\0');
      if (!isOutside) return found;
      if (isBroken(theme, broken, id)) return `\0${missingModule}`;
      return fault({
        message: wrongValue('a file of the theme', quote(source)),
        cure: `move it below ${theme.shown}/; of Dateline, import ${name}/components/…, ${name}/layouts/… or ${name}/props`,
      });
    },
    load(id) {
      if (id === `\0${pagesModule}`) return toPagesModule(pages);
      if (id === `\0${missingModule}`) return 'export default () => undefined;';
      return null;
    },
  };
}

/** The files of a theme that can be compiled: their paths without links, and below the theme's folder. */
function listFiles(
  theme: Theme | undefined,
  broken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  return new Map(
    theme?.files
      .filter((path) => !broken.has(path))
      .map((path) => [realPath(theme, path), path]),
  );
}

function isBroken(theme: Theme, broken: ReadonlySet<string>, id: string): boolean {
  return [...broken].some((path) => realPath(theme, path) === id);
}

/** Of a path below the name of the package: the file that themes may import. */
function publicModule(code: string, path: string): string | undefined {
  if (path === 'props') return join(code, 'src/site/props.ts');
  const [, folder = '', name = ''] = /^(components|layouts)\/(\w+\.astro)$/u.exec(path) ?? [];
  const names: readonly string[] =
    folder === 'components' ? componentNames().map((own) => `${own}.astro`) : publicLayouts;
  return names.includes(name) ? join(code, 'src/site', folder, name) : undefined;
}

const publicLayouts = ['Page.astro', 'Shell.astro'];

function publicNames(known: ReadonlySet<string>): string[] {
  return [
    ...[...known].map((name) => `components/${name}.astro`),
    ...publicLayouts.map((name) => `layouts/${name}`),
    'props',
  ];
}

/** The module that exports the pages of a theme by their names. */
function toPagesModule(pages: ReadonlyMap<string, string>): string {
  const entries = [...pages];
  const imports = entries.map(
    ([, path], index) => `import * as page${index} from ${JSON.stringify(path)};`,
  );
  const rows = entries.map(([name], index) => `${JSON.stringify(name)}: page${index}`);
  return `${imports.join('\n')}\nexport const pages = { ${rows.join(', ')} };\n`;
}

function isBuiltin(source: string): boolean {
  return source.startsWith('node:') || builtinModules.includes(source);
}

function withoutQuery(id: string): string {
  return id.replace(/[?#].*$/su, '');
}

/** Where a file names a module. */
function placeOf(path: string, source: string): { line: number; column: number } {
  const text = readFileSync(path, 'utf8');
  const found = [`'${source}'`, `"${source}"`].map((own) => text.indexOf(own));
  return placeAt(text, found.find((own) => own >= 0) ?? 0);
}

/** A frontmatter without end, which the compiler accepts as text. */
function findUnclosed(text: string): (Pick<Problem, 'message' | 'cure'> & { index: number })[] {
  const [head = ''] = /^\s*---\r?\n.*?^---[ \t]*$/msu.exec(text) ?? [];
  if (head !== '' || !/^\s*---/u.test(text)) return [];
  const message = 'expected a line `---` after the frontmatter, got none';
  return [{ index: text.indexOf('---'), message }];
}

function placeAt(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
