import { wrongValue } from '../../system/problems/problem.ts';
import type { MarkdownJob } from './markdown-job.ts';

/** A fast superset of `forbidden`: what HTML and XML forbid, plus surrogate halves. */
const perhapsForbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
/** Characters that HTML and XML forbid. */
const forbidden = /[[\p{Cc}--[\t\n]]\p{Noncharacter_Code_Point}\p{Surrogate}]/v;
const everyForbidden = new RegExp(forbidden.source, 'gv');
/**
 * Control characters that separate words, such as the vertical tab of word processors (U+000B).
 */
const parts: ReadonlySet<string> = new Set('\v\f\u001c\u001d\u001e\u001f\u0085');

/**
 * Removes the characters that HTML and XML forbid. Control characters that separate words
 * become spaces, U+0000 becomes U+FFFD (CommonMark 2.3). Line endings become `\n`.
 */
export function cleanText(text: string): string {
  if (!perhapsForbidden.test(text)) return text;
  return text.replace(/\r\n?/gu, '\n').replace(everyForbidden, (character) => {
    if (character === '\0') return '\uFFFD';
    return parts.has(character) ? ' ' : '';
  });
}

/** Adds a warning for each line in which `cleanText` removes characters. */
export function noteForbidden(body: string, job: MarkdownJob): void {
  if (!forbidden.test(body)) return;
  const { file, firstLine } = job.options;
  for (const [index, line] of body.split(/\r\n?|\n/u).entries()) {
    const found = forbidden.exec(line);
    if (found === null) continue;
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    job.problems.push({
      severity: 'warning',
      file,
      line: firstLine + index,
      column: found.index + 1,
      field: 'text',
      message: wrongValue('no control characters', `U+${code}`),
      cure: 'remove it; readers get the text without it',
    });
  }
}
