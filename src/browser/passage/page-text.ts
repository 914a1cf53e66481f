import { createSearchedText, type Passage, type SearchedText } from './searched-text.ts';

/** The text of a page, with the conversion between places in it and ranges of the page. */
export interface PageText extends SearchedText {
  toRange(passage: Passage): Range;
  /** The passage of a range; undefined if nothing in the range is visible. */
  toPassage(range: Range): Passage | undefined;
}

interface Piece {
  readonly node: Text;
  /** Its start in the text, and for each UTF-16 unit of the text the index in the node. */
  readonly from: number;
  readonly units: readonly number[];
}

/** Values of `display` whose text continues the line around them. */
const inline = /^(?:inline|contents|ruby)/;

const silent = 'script, style, noscript, template, textarea, select, svg, dialog:not([open])';

/**
 * Reads the visible text of the page in the way that browsers search passages: each block is a line,
 * and spaces are collapsed. It includes the interface, since browsers search there too.
 */
export function readPageText(): PageText {
  const pieces: Piece[] = [];
  let text = '';
  const breakLine = () => {
    if (text !== '' && !text.endsWith('\n')) text = `${text.trimEnd()}\n`;
  };
  const read = (parent: Element, keepsLines: boolean) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        const { from, units, added } = readNode(node.data, text, keepsLines);
        if (units.length > 0) pieces.push({ node, from, units });
        text += added;
      } else if (node instanceof Element && !node.matches(silent)) {
        const { display, visibility, whiteSpace } = getComputedStyle(node);
        if (display === 'none' || visibility !== 'visible') continue;
        const isBlock = !inline.test(display) || node.localName === 'br';
        if (isBlock) breakLine();
        read(node, /^(?:pre|break)/.test(whiteSpace));
        if (isBlock) breakLine();
      }
    }
  };
  read(document.body, false);
  return {
    ...createSearchedText(text, document.documentElement.lang),
    toRange([from, to]) {
      const range = document.createRange();
      const [start, end] = [pieceAt(pieces, from), pieceAt(pieces, to - 1)];
      range.setStart(start.node, start.units[from - start.from] ?? 0);
      range.setEnd(end.node, (end.units[to - 1 - end.from] ?? 0) + 1);
      return range;
    },
    toPassage(range) {
      const held = pieces.flatMap((piece) => heldPlaces(piece, range));
      const [first, last] = [held[0], held.at(-1)];
      return first && last ? [first[0], last[1]] : undefined;
    },
  };
}

/** The characters that a text node adds to the text before it, with their indexes in the node. */
function readNode(data: string, before: string, keepsLines: boolean) {
  const units: number[] = [];
  let added = '';
  for (let unit = 0; unit < data.length; unit += 1) {
    const sign = data[unit] as string;
    const isSpace = /\s/.test(sign);
    const last = added === '' ? before.at(-1) : added.at(-1);
    if (isSpace && (last === undefined || /\s/.test(last))) continue;
    added += !isSpace ? sign : keepsLines && sign === '\n' ? '\n' : ' ';
    units.push(unit);
  }
  return { from: before.length, units, added };
}

/** The piece with a place of the text. */
function pieceAt(pieces: readonly Piece[], place: number): Piece {
  const index = pieces.findLastIndex(({ from }) => from <= place);
  return pieces[Math.max(0, index)] as Piece;
}

function heldPlaces({ node, from, units }: Piece, range: Range): Passage[] {
  if (!range.intersectsNode(node)) return [];
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  const first = units.findIndex((unit) => unit >= start);
  const last = units.findLastIndex((unit) => unit < end);
  return first < 0 || last < first ? [] : [[from + first, from + last + 1]];
}
