import type { Credit } from '../../content/article/credit.ts';
import { creditLineParts, licenceName } from '../../content/article/picture-rights.ts';
import { directionOf } from '../../language/direction.ts';
import { fillSentence, type SlotsOf } from '../../language/format-sentence.ts';
import { quotationMarks } from '../../language/quotation-marks.ts';
import type { Words } from '../../language/words.ts';

/** A piece of text, which may be a link. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
  /** Of a link within the site; other links are external. */
  readonly rel?: 'author' | 'collection';
  /** Whether it is a person's name, which the page sets apart from the words around it. */
  readonly isName?: true;
  /** Whether it may run in the other direction, so that it must not affect the text around it. */
  readonly isolate?: true;
}

/** A printed credit: a label that says what it is for, the credit line, then notes. */
export interface CreditView {
  readonly label: readonly TextPart[];
  readonly line: readonly TextPart[];
  /** Title, licence and changes, each a separate phrase. */
  readonly notes: readonly (readonly TextPart[])[];
  /** The sentence that says that the picture is not shown, if the content folder lacks its file. */
  readonly notShown?: string;
}

/** `Featured image credits: CREATOR via SOURCE`, with links where URLs are known. */
export function toFeaturedCredit(
  credit: Credit,
  words: Words,
  language: string,
  { shown }: { readonly shown: boolean },
): CreditView {
  return {
    label: [{ text: words.picture.creditLabel + words.page.labelSeparator }],
    line: creditLine(credit, words, language),
    notes: notesOf(credit, words, language),
    notShown: shown ? undefined : words.picture.notShown,
  };
}

/** The credit line as a page prints it. */
export function creditLine(credit: Credit, words: Words, language: string): TextPart[] {
  return creditLineParts(credit, words).map((part) =>
    typeof part === 'string' ? { text: part } : nameIn(language, part.text, part.href),
  );
}

/** Title, licence and changes, if they are known and the credit line does not contain them. */
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

/** A title in the language's quotation marks. */
function titlePart(title: string, href: string | undefined, language: string): TextPart {
  const [opening, closing] = quotationMarks(language).double;
  return nameIn(language, opening + title + closing, href);
}

/** The licence, linked if its URL is known. */
export function licencePart(credit: Credit, words: Words): TextPart | undefined {
  const licence = licenceName(credit, words);
  return licence && linked(licence.text, licence.href);
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** A name in a text, isolated if the name or the language of the text runs right to left. */
export function nameIn(language: string, text: string, href?: string): TextPart {
  const isolate = directionOf(language) === 'rtl' || rightToLeft.test(text);
  return isolate ? { ...linked(text, href), isolate } : linked(text, href);
}

/** A sentence with `parts` in its slots. */
export function toSentenceParts<Text extends string>(
  sentence: Text,
  parts: Readonly<Record<SlotsOf<Text>, TextPart>>,
): TextPart[] {
  return fillSentence<Text, TextPart>(sentence, parts).map((piece) =>
    typeof piece === 'string' ? { text: piece } : piece,
  );
}

export function linked(text: string, href: string | undefined): TextPart {
  return href === undefined ? { text } : { text, href };
}
