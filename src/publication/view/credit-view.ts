import { licenceOf } from '../../content/article/check-credit.ts';
import type { Credit } from '../../content/article/credit.ts';
import { formatLicence } from '../../content/article/licence.ts';
import { formatCreditLine } from '../../content/article/picture-rights.ts';
import { directionOf } from '../../language/direction.ts';
import { quotationMarks } from '../../language/quotation-marks.ts';
import { splitSentence } from '../../language/split-sentence.ts';
import type { Words } from '../../language/words.ts';

/** A piece of text, perhaps a link. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
  /** Whether it is somebody's name: the page then tells it from the words around it. */
  readonly isName?: true;
  /** Where it may be written the other way: its direction must not reach what stands around it. */
  readonly isolate?: true;
}

/** A credit as it is printed: what it belongs to, the line, then what else is known. */
export interface CreditView {
  readonly label: readonly TextPart[];
  readonly line: readonly TextPart[];
  /** Title, licence and changes, each a phrase of its own. */
  readonly notes: readonly (readonly TextPart[])[];
  /** Where the copy did not bring the picture: the sentence that says so. */
  readonly notShown?: string;
}

/** `Featured image credits: CREATOR via SOURCE`, with links where they are known. */
export function toFeaturedCredit(
  credit: Credit,
  words: Words,
  language: string,
  shown: boolean,
): CreditView {
  return {
    label: [{ text: words.picture.creditLabel + words.page.labelSeparator }],
    line: creditLine(credit, words, language),
    notes: notesOf(credit, words, language),
    ...(shown ? {} : { notShown: words.picture.notShown }),
  };
}

/** The line of `formatCreditLine`, with links where they are known. */
export function creditLine(credit: Credit, words: Words, language: string): TextPart[] {
  const { creator, creatorUrl, source, sourceUrl, title } = credit;
  const { picture } = words;
  const named = (text: string, href: string | undefined) => nameIn(language, text, href);
  // The address of the picture is its title's where it has one, else that of what there is.
  const address = title === undefined && source === undefined ? sourceUrl : undefined;
  const by = creator === undefined ? undefined : named(creator, creatorUrl ?? address);
  const from = source === undefined ? undefined : named(source, sourceUrl);
  if (by && from) return fillSentence(splitSentence(picture.credit), [by, from]);
  if (from) return fillSentence(splitSentence(picture.creditOfSource), [from]);
  return [
    by ?? named(formatCreditLine(credit, words), title === undefined ? address : sourceUrl),
  ];
}

/** Title, licence and changes, as far as they are known and the line does not tell them. */
export function notesOf(credit: Credit, words: Words, language: string): TextPart[][] {
  const { creator, source, sourceUrl, title, changes } = credit;
  const { labelSeparator } = words.page;
  const licence = licencePart(credit, words);
  const inLine = creator === undefined && source === undefined;
  return [
    ...(title === undefined || inLine
      ? []
      : [[titlePart(title, source === undefined ? sourceUrl : undefined, language)]]),
    ...(licence === undefined || (inLine && title === undefined)
      ? []
      : [[{ text: words.source.licence + labelSeparator }, licence]]),
    ...(changes === undefined
      ? []
      : [[{ text: words.picture.changes + labelSeparator }, nameIn(language, changes)]]),
  ];
}

/** A title in the quotation marks of the language. */
function titlePart(title: string, href: string | undefined, language: string): TextPart {
  const [opening, closing] = quotationMarks(language).double;
  return nameIn(language, opening + title + closing, href);
}

/** The licence with its address. */
export function licencePart(credit: Credit, words: Words): TextPart | undefined {
  if (credit.licence === undefined) return undefined;
  return linked(
    formatLicence(credit.licence, words),
    credit.licenceUrl ?? licenceOf(credit)?.url,
  );
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** A name in the text of a language: set apart where one of the two is written right to left. */
export function nameIn(language: string, text: string, href?: string): TextPart {
  const apart = directionOf(language) === 'rtl' || rightToLeft.test(text);
  return { ...linked(text, href), ...(apart ? { isolate: true as const } : {}) };
}

/** The pieces of a sentence, with its arguments in their places. */
export function fillSentence(
  pieces: readonly (string | number)[],
  parts: readonly TextPart[],
): TextPart[] {
  return pieces.map((piece) =>
    typeof piece === 'number' ? (parts[piece] ?? { text: '' }) : { text: piece },
  );
}

export function linked(text: string, href: string | undefined): TextPart {
  return href === undefined ? { text } : { text, href };
}
