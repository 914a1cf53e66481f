import type { Credit } from '../article/credit.ts';
import { knownLicence } from '../article/licence.ts';
import { splitSentence } from '../language/split-sentence.ts';
import type { Words } from '../language/words.ts';

/** A piece of text, perhaps a link. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
  /** Whether it is somebody's name: the page then tells it from the words around it. */
  readonly isName?: true;
}

/** A credit as it is printed: `label` and separator, the line, then what else is known. */
export interface CreditView {
  readonly label: string;
  readonly line: readonly TextPart[];
  /** Title, licence and changes, each a phrase of its own. */
  readonly notes: readonly (readonly TextPart[])[];
  /** Where the copy did not bring the picture: the sentence that says so. */
  readonly notShown?: string;
}

/** `Featured image credits: CREATOR via SOURCE`, with links where they are known. */
export function toCreditView(credit: Credit, words: Words, shown: boolean): CreditView {
  const { picture, page, source } = words;
  const notes: TextPart[][] = [];
  if (credit.title !== undefined) notes.push([{ text: credit.title }]);
  if (credit.licence !== undefined) {
    const url = credit.licenceUrl ?? knownLicence(credit.licence)?.url;
    notes.push([{ text: source.licence + page.labelSeparator }, linked(credit.licence, url)]);
  }
  if (credit.changes !== undefined) {
    notes.push([{ text: picture.changes + page.labelSeparator + credit.changes }]);
  }
  return {
    label: picture.creditLabel + page.labelSeparator,
    line: creditLine(credit, words),
    notes,
    ...(shown ? {} : { notShown: picture.notShown }),
  };
}

function creditLine(credit: Credit, { picture }: Words): TextPart[] {
  const creator =
    credit.creator === undefined ? undefined : linked(credit.creator, credit.creatorUrl);
  const source =
    credit.source === undefined ? undefined : linked(credit.source, credit.sourceUrl);
  if (creator && source) return fillSentence(splitSentence(picture.credit), [creator, source]);
  if (source) return fillSentence(splitSentence(picture.creditOfSource), [source]);
  return [creator ?? { text: credit.title ?? credit.licence ?? '' }];
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
