import { parseDateLine } from './date-line.ts';

/** A paragraph of plain text: one line, or several whose line ends are kept. */
export interface Paragraph {
  readonly lines: readonly string[];
  /** Position of its beginning in the source, from 1. */
  readonly line: number;
  readonly column: number;
}

interface Line {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Widths at which people wrap lines by hand, in characters. */
const maxWidth = 130;
const minWidth = 40;
const minWidthEastAsian = 16;

/**
 * Splits text with LF line ends into paragraphs. An empty line or a form feed ends one. Lines
 * wrapped at a width are joined; short lines that were not wrapped (verses, addresses, lists)
 * stay lines of one paragraph; any other line is a paragraph of its own.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let block: Line[] = [];
  const end = () => {
    for (const paragraph of splitBlock(block)) paragraphs.push(paragraph);
    block = [];
  };
  for (const [index, row] of text.split('\n').entries()) {
    let column = 1;
    for (const part of row.split(/([\f\v\x85\u2028\u2029])/u)) {
      const words = part.trim();
      if (/^[\f\u2029]$/u.test(part)) end();
      else if (words !== '') {
        const indent = part.length - part.trimStart().length;
        block.push({ text: words, line: index + 1, column: column + indent });
      }
      column += part.length;
    }
    if (row.trim() === '') end();
  }
  end();
  return paragraphs;
}

function splitBlock(block: readonly Line[]): Paragraph[] {
  const [first, ...rest] = block;
  if (first === undefined) return [];
  if (rest.length === 0) return [toParagraph([first])];
  if (parseDateLine(first.text, { timeZone: 'UTC' }) === undefined && isWrapped(block))
    return [joined(block)];
  // A heading directly before wrapped text.
  if (rest.length > 1 && isWrapped(rest)) return [toParagraph([first]), joined(rest)];
  const isShort = block.every(({ text }) => text.length <= 80);
  if (!isShort) return block.map((line) => toParagraph([line]));
  const sentences = block.filter(({ text }) => /[.!?。！？…]["”’»)\]]*$/u.test(text)).length;
  return sentences <= block.length / 2
    ? [toParagraph(block)]
    : block.map((line) => toParagraph([line]));
}

/** Whether each line ends because the next word did not fit. */
function isWrapped(block: readonly Line[]): boolean {
  const width = block.reduce((longest, { text }) => Math.max(longest, text.length), 0);
  const least = eastAsian.test(block[0]?.text ?? '') ? minWidthEastAsian : minWidth;
  if (width < least || width > maxWidth) return false;
  return block.every(({ text }, index) => {
    const next = block[index + 1]?.text;
    if (next === undefined) return true;
    // In a script without spaces, a word is about one character.
    const word = eastAsian.test(next) ? 2 : (next.split(/\s/u)[0]?.length ?? 0);
    return text.length + 1 + word > width;
  });
}

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。「」『』（）]/u;
const eastAsianEnd = new RegExp(`${eastAsian.source.slice(1)}$`, 'u');

function joined(block: readonly Line[]): Paragraph {
  let text = '';
  for (const line of block) {
    const tight = eastAsianEnd.test(text) && eastAsian.test(line.text);
    text += text === '' || tight ? line.text : ` ${line.text}`;
  }
  return { ...toParagraph(block), lines: [text] };
}

function toParagraph(block: readonly Line[]): Paragraph {
  const { line = 1, column = 1 } = block[0] ?? {};
  return { lines: block.map(({ text }) => text), line, column };
}
