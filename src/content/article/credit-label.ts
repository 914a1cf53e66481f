import { WORDS } from '../../language/words-for.ts';

/**
 * Labels of a credit, in addition to those of the interface. Not "Source": under a chart it names
 * the source of the figures.
 */
const others = [
  ...['credits', 'credit line', 'image credit', 'image credits', 'picture credit'],
  ...['picture credits', 'photo credit', 'photo credits', 'photo', 'photograph', 'photo by'],
  ...['illustration', '사진', '이미지 출처', '사진 출처', '图源', '圖源', '摄影', '攝影'],
  ...['写真', '撮影', 'foto', 'bildnachweise', 'crédits', 'crédit photo', 'photographie'],
  ...['créditos', 'fotografía', 'تصوير', 'الصورة'],
] as const;

const labels = [
  ...new Set([
    ...Object.values(WORDS).flatMap(({ picture }) => [picture.label, picture.creditLabel]),
    ...others,
  ]),
].toSorted((a, b) => b.length - a.length);

const pattern = labels.map((label) => label.replaceAll(' ', '\\s')).join('|');

/** A label as a separate word, with a colon of any script. */
const labelled = new RegExp(`(?<=^|[\\s\\p{P}])(?:${pattern})\\s?[:：]\\s*`, 'giu');

/** A caption and the credit after it. */
export interface CaptionParts {
  readonly caption: string;
  /** A credit line without its label. */
  readonly credit?: string;
}

/**
 * Splits `The quay. Credit: Jane Roe via Archive / CC BY 4.0` into caption and credit line. The
 * label may be in any language of the interface. The last label counts. A text without one is a
 * caption.
 */
export function splitCaption(text: string): CaptionParts {
  const line = text.replace(/\s+/gu, ' ').trim();
  const last = [...line.matchAll(labelled)].at(-1);
  if (!last) return { caption: line };
  const credit = line.slice(last.index + last[0].length).trim();
  if (credit === '') return { caption: line };
  const before = line.slice(0, last.index);
  // Separators before the label are removed, closing punctuation is kept.
  return {
    caption: before.replace(/(?<![\s–—|/·([-])[\s–—|/·([-]+$/u, ''),
    credit: unbracket(before, credit),
  };
}

/** Removes the closing bracket of `(Photo: Jane Roe)`. */
function unbracket(before: string, credit: string): string {
  return /[([]$/u.test(before) ? credit.replace(/[)\]]\.?$/u, '') : credit;
}

/** Removes the label before a credit line. */
export function withoutLabel(line: string): string {
  if (!/[:：]/u.test(line)) return line;
  const first = line.matchAll(labelled).next().value;
  return first?.index === 0 && first[0].length < line.length
    ? line.slice(first[0].length)
    : line;
}
