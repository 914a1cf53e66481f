import type { Words } from '../../language/words.ts';
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
  ...Object.values(WORDS).flatMap(({ picture }) => [picture.label, picture.creditLabel]),
  ...others,
];

/** A label as a separate word, with a colon of any script. */
function toPattern(labels: readonly string[]): RegExp {
  const patterns = [...new Set(labels)]
    .toSorted((a, b) => b.length - a.length)
    .map((label) => label.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s/gu, '\\s'));
  return new RegExp(`(?<=^|[\\s\\p{P}])(?:${patterns.join('|')})\\s?[:：]\\s*`, 'giu');
}

const labelled = toPattern(labels);

/** Patterns with the labels of a publication's own words. */
const known = new Map<string, RegExp>();

function patternWith({ label, creditLabel }: CreditLabels): RegExp {
  const own = [label, creditLabel].filter((word) => !labels.includes(word));
  if (own.length === 0) return labelled;
  const key = own.join('\0');
  const pattern = known.get(key) ?? toPattern([...labels, ...own]);
  known.set(key, pattern);
  return pattern;
}

/** Labels of the language of a text. */
export type CreditLabels = Pick<Words['picture'], 'label' | 'creditLabel'>;

/** A caption and the credit after it. */
export interface CaptionParts {
  readonly caption: string;
  /** A credit line without its label. */
  readonly credit?: string;
}

/**
 * Splits `The quay. Credit: Jane Roe via Archive / CC BY 4.0` into caption and credit line. The
 * label may be in any language of the interface, or one of `own`. The last label counts. A text
 * without one is a caption.
 */
export function splitCaption(text: string, own?: CreditLabels): CaptionParts {
  const line = text.replace(/\s+/gu, ' ').trim();
  const last = [...line.matchAll(own ? patternWith(own) : labelled)].at(-1);
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
