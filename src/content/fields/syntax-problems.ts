import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { FieldSurprise, SyntaxProblem } from './fields.ts';
import { cureOfInvisible, findInvisible, nameCharacter } from './invisible-characters.ts';

export interface SyntaxSource {
  readonly file: string;
  /** The field of the problems, such as `front matter`. */
  readonly field: string;
  readonly format: 'YAML' | 'TOML';
  readonly text: string;
  /** The line of the file where `text` begins. */
  readonly firstLine: number;
}

/**
 * Turns syntax errors into problems. If there is an invisible character on the line or in the
 * indentation or key of a line above it, that is reported instead, with its name and column.
 */
export function toSyntaxProblems(
  problems: readonly SyntaxProblem[],
  { file, field, format, text, firstLine }: SyntaxSource,
): Problem[] {
  const lines = text.split('\n');
  return problems.map(({ line, column, message, cure }): Problem => {
    const hidden = hiddenIn(lines, line - firstLine);
    const at = { severity: 'error' as const, file, field };
    const expected = `valid ${format}`;
    if (hidden !== undefined) {
      const got = `${nameCharacter(hidden.character)}, which nobody sees`;
      const place = { line: hidden.row + firstLine, column: hidden.index + 1 };
      return {
        ...at,
        ...place,
        message: wrongValue(expected, got),
        cure: cureOfInvisible(hidden.character),
      };
    }
    const written = lines[line - firstLine] ?? '';
    const got = `${quote(written)} (${message})`;
    return { ...at, line, column, message: wrongValue(expected, got), cure };
  });
}

/** Warns about valid YAML that was probably not intended. */
export function toSurpriseWarnings(
  surprises: readonly FieldSurprise[],
  file: string,
): Problem[] {
  const expected = 'text that YAML reads as it is written';
  return surprises.map(({ got, ...surprise }) => ({
    severity: 'warning',
    file,
    ...surprise,
    message: wrongValue(expected, got),
  }));
}

function hiddenIn(lines: readonly string[], last: number) {
  for (let row = last; row >= 0; row--) {
    const line = lines[row] ?? '';
    // Within a value, invisible characters do not break the syntax.
    const start = /^[^:="']*[:=]?\s*/u.exec(line)?.[0] ?? '';
    const found = findInvisible(start);
    if (found) return { row, ...found };
  }
  return undefined;
}
