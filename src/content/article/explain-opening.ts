import { quote } from '../../system/problems/format-problem.ts';
import { findInvisible, nameCharacter } from '../fields/invisible-characters.ts';

/**
 * Explains why a text has no front matter: what the first line is instead of a fence, its position
 * (from 1), and the cure.
 */
export function explainOpening(text: string): {
  readonly line: number;
  readonly column: number;
  readonly got: string;
  readonly cure: string;
} {
  const lines = text.split('\n');
  const [first = ''] = lines;
  const at = { line: 1, column: 1 };
  const hidden = findInvisible(first);
  if (hidden && /^(?:---|\+\+\+)$/u.test(first.replaceAll(hidden.character, '').trim())) {
    const got = `${nameCharacter(hidden.character)}, which nobody sees`;
    return { line: 1, column: hidden.index + 1, got, cure: 'remove it' };
  }
  if (/^\s*[-–—−‐‑―]+\s*$/u.test(first)) {
    const cure = 'write three hyphens, `---`, and nothing else on the line';
    return { ...at, got: quote(first), cure };
  }
  const fence = lines.findIndex((line) => line.trim() !== '');
  if (fence > 0 && /^(?:---|\+\+\+)\s*$/u.test(lines[fence] ?? '')) {
    const cure = `remove what is above line ${fence + 1}`;
    return { ...at, got: 'an empty line', cure };
  }
  return { ...at, got: quote(first), cure: 'begin with `---`, `title: …`, `date: …`, `---`' };
}
