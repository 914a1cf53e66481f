import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../system/problems/problem.ts';
import { findScript } from './find-script.ts';
import type { Theme } from './theme.ts';

/**
 * Refuses what the policy of pages blocks in the templates of a theme: scripts, event attributes, and
 * inline styles.
 */
export function checkTemplates(theme: Theme): Problem[] {
  return theme.files
    .filter((path) => path.endsWith('.astro'))
    .flatMap((path) =>
      checkTemplate(
        readFileSync(join(theme.folder, path), 'utf8'),
        `${theme.shown}/${path}`,
        theme,
      ),
    );
}

function checkTemplate(text: string, file: string, { shown }: Theme): Problem[] {
  const markup = withoutCode(text);
  const script = findScript(markup);
  if (script !== undefined)
    return [
      {
        severity: 'error',
        ...{ file, line: script.line, column: script.column, field: 'script' },
        message: `the policy of pages blocks ${script.what}`,
        cure: `move the script to a file such as ${shown}/scripts/clock.ts, and name it in \`security: scripts:\` of publication.yaml`,
      },
    ];
  const style = /<style\b[^>]*\sis:inline|(?<=<[a-z][^<>]*\s)style(?=\s*=)/u.exec(markup);
  if (style === null) return [];
  const before = markup.slice(0, style.index);
  const place = {
    line: before.split('\n').length,
    column: style.index - before.lastIndexOf('\n'),
  };
  return [
    {
      severity: 'error',
      ...{ file, ...place, field: 'style' },
      message: 'the policy of pages blocks inline styles',
      cure: `write the rules in ${shown}/style.css, with a class`,
    },
  ];
}

/** Replaces the code of a template and its comments by spaces, so that positions stay the same. */
function withoutCode(text: string): string {
  const blank = (found: string) => found.replaceAll(/[^\n]/gu, ' ');
  return text
    .replace(/^\ufeff?\s*---\r?\n[\s\S]*?\n---/u, blank)
    .replaceAll(/\{\s*\/\*[\s\S]*?\*\/\s*\}/gu, blank);
}
