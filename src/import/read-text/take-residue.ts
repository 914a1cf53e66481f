import type { Note } from '../draft.ts';
import { isResidue } from './is-residue.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Takes out lines that are residue of a web page; each is noted with its whole text. */
export function takeResidue(given: readonly Paragraph[]): {
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Note[];
} {
  const notes: Note[] = [];
  const paragraphs = given.flatMap((paragraph) => {
    const lines = paragraph.lines.filter((text, index) => {
      if (!isResidue(text)) return true;
      const place = { line: paragraph.line + index, column: paragraph.column };
      notes.push({
        ...place,
        field: 'left out',
        message: `"${text}", as residue of a web page`,
        certainty: 'likely',
      });
      return false;
    });
    const line = paragraph.line + paragraph.lines.indexOf(lines[0] ?? '');
    return lines.length === 0 ? [] : [{ ...paragraph, line, lines }];
  });
  return { paragraphs, notes };
}
