import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ThemePageFacts } from '../publication/view/theme-page.ts';
import { quote } from '../system/problems/format-problem.ts';
import { missingValue, type Problem, wrongValue } from '../system/problems/problem.ts';
import type { Theme } from '../theme/theme.ts';
import { InvalidTheme, themeProblem } from './theme-problem.ts';

/** What the file of a page exports. */
interface Exported {
  readonly name: string;
  readonly title: unknown;
  readonly description: unknown;
  readonly articles: unknown;
}

/** A page with more would be larger than a list. */
const maxArticles = 100;

const forms = [
  {
    name: 'title',
    expected: "a text, such as `export const title = 'Masthead';`",
    isGood: (value: unknown) => isText(value),
  },
  {
    name: 'description',
    expected: 'a text',
    isGood: (value: unknown) => value === undefined || isText(value),
  },
  {
    name: 'articles',
    expected: `a whole number from 0 to ${maxArticles}`,
    isGood: (value: unknown) =>
      value === undefined ||
      (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxArticles),
  },
] as const;

/**
 * Validates what the files of a theme's pages export.
 *
 * @throws {InvalidTheme} with all problems
 */
export function toPageFacts(theme: Theme, pages: readonly Exported[]): ThemePageFacts[] {
  const problems = pages.flatMap((page) =>
    forms.flatMap(({ name, expected, isGood }): Problem[] => {
      const value = page[name];
      if (isGood(value)) return [];
      const message =
        value === undefined
          ? missingValue(expected)
          : wrongValue(expected, quote(JSON.stringify(value) ?? String(value)));
      const path = `pages/${page.name}.astro`;
      return [
        {
          ...themeProblem(theme, path, placeOfExport(theme, path, name), { message }),
          field: name,
        },
      ];
    }),
  );
  if (problems.length > 0) throw new InvalidTheme(problems);
  return pages as readonly ThemePageFacts[] as ThemePageFacts[];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function placeOfExport(theme: Theme, path: string, name: string) {
  const lines = readFileSync(join(theme.folder, path), 'utf8').split('\n');
  const line = lines.findIndex((text) =>
    new RegExp(`\\bexport const ${name}\\b`, 'u').test(text),
  );
  return { line: Math.max(line, 0) + 1, column: 1 };
}
