import { WORDS } from '../../language/words-for.ts';

/**
 * Words that stand before a credit, besides those that this interface prints itself. "Source"
 * is none of them: under a chart it names where the figures come from.
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

/** A label that is a word of its own, its colon in any script's form. */
const labelled = new RegExp(`(?<=^|[\\s\\p{P}])(?:${pattern})\\s?[:：]\\s*`, 'giu');

/** A caption and the credit that stands behind it. */
export interface CaptionParts {
  readonly caption: string;
  /** A credit line without its label. */
  readonly credit?: string;
}

/**
 * `The quay. Credit: Jane Roe via Archive / CC BY 4.0` -> caption and credit line; the label may
 * be that of any language of the interface. The last one counts. Text without one is a caption.
 */
export function splitCaption(text: string): CaptionParts {
  const line = text.replace(/\s+/gu, ' ').trim();
  const last = [...line.matchAll(labelled)].at(-1);
  if (!last) return { caption: line };
  const credit = line.slice(last.index + last[0].length).trim();
  if (credit === '') return { caption: line };
  const before = line.slice(0, last.index);
  // What parted the two goes with the label; what closes a sentence stays.
  return {
    caption: before.replace(/(?<![\s–—|/·([-])[\s–—|/·([-]+$/u, ''),
    credit: unbracket(before, credit),
  };
}

/** `(Photo: Jane Roe)` closes what it opened. */
function unbracket(before: string, credit: string): string {
  return /[([]$/u.test(before) ? credit.replace(/[)\]]\.?$/u, '') : credit;
}

/** A credit line without a label before it. */
export function withoutLabel(line: string): string {
  if (!/[:：]/u.test(line)) return line;
  const first = line.matchAll(labelled).next().value;
  return first?.index === 0 && first[0].length < line.length
    ? line.slice(first[0].length)
    : line;
}
