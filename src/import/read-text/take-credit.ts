import type { Note } from '../draft.ts';
import type { Paragraph } from './split-paragraphs.ts';

const featured = /^featured image credits?:\s*(\S.*)$/iu;
const other = /^(?:image|photo|photograph|picture|cover) credits?:\s*(\S.*)$/iu;

/** Takes the credit of the featured picture from the last line of a text. */
export function takeCredit(paragraphs: readonly Paragraph[]): {
  readonly credit?: string;
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Note[];
} {
  const last = paragraphs.at(-1);
  const text = last?.lines.at(-1) ?? '';
  const sure = featured.exec(text)?.[1];
  const credit = sure ?? other.exec(text)?.[1];
  if (!last || credit === undefined) {
    const notes = paragraphs
      .filter(({ lines }) => lines.some((line) => featured.test(line)))
      .map(({ line, column }): Note => {
        const message = 'not in the last line; kept in the text';
        return { line, column, field: 'image.credit', message, certainty: 'doubtful' };
      });
    return { paragraphs, notes };
  }
  const rest = last.lines.slice(0, -1);
  return {
    credit,
    paragraphs: [
      ...paragraphs.slice(0, -1),
      ...(rest.length > 0 ? [{ ...last, lines: rest }] : []),
    ],
    notes: [
      {
        ...{ line: last.line + rest.length, column: last.column, field: 'image.credit' },
        message: `"${credit}", from the last line; the picture itself is not in the text`,
        certainty: sure === undefined ? 'likely' : 'certain',
      },
    ],
  };
}
