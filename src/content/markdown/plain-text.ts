import type { Element, Nodes } from 'hast';
import { isFootnoteMark } from './steps/name-footnotes.ts';

/** Inline elements; all others start and end a line of text. */
export const inlineElements: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'i',
  'img',
  'input',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);

/**
 * The text of a safe tree without markup, footnote marks and pictures. Blocks are separated by
 * an empty line, table cells and lines of a verse by a space. White space is collapsed, except
 * in code blocks. Digits that would be misread without markup are converted: `10<sup>6</sup>`
 * becomes `10⁶`. Deleted text is left out unless `withDeleted` is set. `asWritten` keeps all
 * letters of the source, for ids that must not change.
 */
export function toPlainText(
  tree: Nodes,
  {
    asWritten = false,
    withDeleted = asWritten,
  }: { readonly asWritten?: boolean; readonly withDeleted?: boolean } = {},
): string {
  const paragraphs: string[] = [];
  let line = '';
  const end = (): void => {
    const words = collapse(line);
    if (words !== '') paragraphs.push(words);
    line = '';
  };
  const read = (node: Nodes): void => {
    if (node.type === 'text') line += node.value;
    if (node.type === 'root') for (const child of node.children) read(child);
    if (node.type !== 'element' || isFootnoteMark(node)) return;
    if (node.tagName === 'ruby' && !asWritten && isComplete(node)) {
      line += rubyText(node);
      return;
    }
    if (inlineElements.has(node.tagName)) {
      if (!withDeleted && (node.tagName === 'del' || node.tagName === 's')) return;
      const raised =
        asWritten || !Object.hasOwn(scripts, node.tagName) || !/\p{N}[/⁄]?$/u.test(line)
          ? undefined
          : toScript(node);
      if (raised !== undefined) {
        line += raised;
        return;
      }
      for (const child of node.children) read(child);
      return;
    }
    switch (node.tagName) {
      case 'svg': // its table has the same
        break;
      case 'br':
        line += ' ';
        break;
      case 'td':
      case 'th':
        for (const child of node.children) read(child);
        line += ' ';
        break;
      case 'pre':
        end();
        paragraphs.push(textWithin(node).replace(/(?<!\n)\n+$/u, ''));
        break;
      default:
        end();
        for (const child of node.children) read(child);
        end();
    }
  };
  read(tree);
  end();
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

const scripts: Readonly<Record<string, string>> = {
  sup: '⁰¹²³⁴⁵⁶⁷⁸⁹',
  sub: '₀₁₂₃₄₅₆₇₈₉',
};

/** Superscript or subscript digits as characters; undefined for anything else. */
function toScript(node: Element): string | undefined {
  const figures = scripts[node.tagName];
  const text = textWithin(node);
  const isNote = node.children.some(
    (child) => child.type === 'element' && isFootnoteMark(child),
  );
  if (figures === undefined || isNote || !/^[-−+]?(?:\d+|n)$/u.test(text)) return undefined;
  const minus = node.tagName === 'sup' ? '⁻' : '₋';
  const plus = node.tagName === 'sup' ? '⁺' : '₊';
  return text
    .replace(/[-−]/u, minus)
    .replace('+', plus)
    .replace('n', node.tagName === 'sup' ? 'ⁿ' : 'ₙ')
    .replace(/\d/gu, (digit) => figures[Number(digit)] ?? digit);
}

/** Whether the readings of a ruby element have brackets. */
function isComplete({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === 'rp');
}

/** The base text followed by its reading, however the element splits them: `東京（とうきょう）`. */
function rubyText({ children }: Element): string {
  const parts = { word: '', rp: '', rt: '' };
  for (const child of children) {
    const name = child.type === 'element' ? child.tagName : '';
    const text = toPlainText(child);
    if (name === 'rt' || name === 'rp') parts[name] += text;
    else parts.word += text;
  }
  const { word, rp, rt } = parts;
  return rt === '' ? word : `${word}${rp.slice(0, 1)}${rt}${rp.slice(-1)}`;
}

/** Collapses white space to single spaces and trims it. Keeps U+00A0 and U+202F. */
export function collapse(text: string): string {
  if (!/[\t\n\r\f]| {2}|^ | $/u.test(text)) return text;
  return text.replace(/[ \t\n\r\f]{2,}|[\t\n\r\f]/gu, ' ').replace(/^ | $/gu, '');
}

function textWithin(node: Element): string {
  let text = '';
  for (const child of node.children) {
    if (child.type === 'text') text += child.value;
    else if (child.type === 'element') text += textWithin(child);
  }
  return text;
}
