import type { Problem } from '../system/problems/problem.ts';
import { findScripts, isInTag } from './find-scripts.ts';

/**
 * Refuses what the policy of pages blocks in a template of a theme: scripts, event attributes, and inline
 * styles. `file` is named as problems name it.
 */
export function checkTemplate(text: string, file: string): Problem[] {
  const markup = withoutCode(text);
  const scripts = findScripts(markup).map(({ what, ...place }): Problem => {
    return {
      severity: 'error',
      ...{ file, ...place, field: 'script' },
      message: `the policy of pages blocks ${what}`,
      cure: 'move the script to a file of the theme, such as scripts/clock.ts, and name it in `security: scripts:` of publication.yaml',
    };
  });
  const styles = [...markup.matchAll(/<style\b|(?<=\s)style(?=\s*=)/gu)]
    .filter(({ 0: found, index }) => found.startsWith('<') || isInTag(markup, index))
    .map(({ index }): Problem => {
      const before = markup.slice(0, index);
      const line = before.split('\n').length;
      return {
        severity: 'error',
        ...{ file, line, column: index - before.lastIndexOf('\n'), field: 'style' },
        message: 'the policy of pages blocks styles of templates',
        cure: 'write the rules in style.css of the theme, with a class',
      };
    });
  return [...styles, ...scripts];
}

/** Replaces the code of a template and its comments by spaces, so that positions stay the same. */
function withoutCode(text: string): string {
  const blank = (found: string) => found.replaceAll(/[^\n]/gu, ' ');
  return text
    .replace(/^\ufeff?\s*---\r?\n[\s\S]*?\n---/u, blank)
    .replaceAll(/\{\s*\/\*[\s\S]*?\*\/\s*\}|<!--[\s\S]*?-->/gu, blank);
}
