import { quote } from '../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { FieldSurprise, SyntaxProblem } from './fields.ts';
import { cureOfInvisible, findInvisible, nameCharacter } from './invisible-characters.ts';

export interface SyntaxSource {
  readonly file: string;
  /** What the problems are about: `front matter`. */
  readonly field: string;
  readonly format: 'YAML' | 'TOML';
  readonly text: string;
  /** Line of the file at which `text` begins. */
  readonly firstLine: number;
}

/**
 * Errors of syntax as problems. Where a character that nobody sees stands on the line or on one
 * above it, where fields and their indentation are, that is the problem: its name and its column.
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

/** What is valid and was hardly meant, as warnings. */
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
    // Within a text such characters do no harm to the syntax.
    const start = /^[^:="']*[:=]?\s*/u.exec(line)?.[0] ?? '';
    const found = findInvisible(start);
    if (found) return { row, ...found };
  }
  return undefined;
}
