import type { Note } from '../draft.ts';
import { comparableText } from '../plain-text.ts';
import { proposeTitle } from '../propose-title.ts';
import type { Paragraph } from './split-paragraphs.ts';

/**
 * Takes the headline from the first line if that looks like one and none is given; otherwise
 * proposes one.
 */
export function takeTitle(paragraphs: readonly Paragraph[], given: string | undefined) {
  const [first, second] = paragraphs;
  const text = first?.lines[0] ?? '';
  const alone = first?.lines.length === 1 && second !== undefined && isTitleLike(text);
  const place = first ? { line: first.line, column: first.column } : {};
  const note = (message: string, certainty: Note['certainty']): Note[] => [
    { ...place, field: 'title', message, certainty },
  ];
  if (given !== undefined) {
    const isSame = alone && comparableText(text) === comparableText(given);
    return {
      title: given,
      paragraphs: isSame ? paragraphs.slice(1) : paragraphs,
      notes: isSame ? note('the first line repeats it and is dropped', 'certain') : [],
    };
  }
  if (alone) {
    const notes = note(`"${text}", from the first line`, 'likely');
    return { title: text, paragraphs: paragraphs.slice(1), notes };
  }
  const title = proposeTitle(first?.lines.join(' ') ?? '');
  const message = `"${title}" is proposed from the first sentence; give a headline with --title`;
  return { title, paragraphs, notes: note(message, 'doubtful') };
}

/** Words that title case does not capitalize. */
const small = new Set(
  (
    'a an and as at but by en for from if in into nor of on onto or out over per the to up v via ' +
    'vs with without de del der des di du el la le les und van von y'
  ).split(' '),
);

const maxWords = 14;
const maxLength = 100;

/** Whether a line is short and does not end like a sentence, as headlines and headings do. */
function isTitleLike(line: string): boolean {
  return (
    line.length <= maxLength &&
    line.split(/\s+/u).length <= maxWords &&
    /[\p{L}\p{N}]/u.test(line) &&
    !/[.。．,，、;；:：…۔؛،-]["”’»)\]」』]*$/u.test(line) &&
    !/^["“„«「『].*["”“»」』]$/u.test(line) &&
    !/https?:\/\/|@/u.test(line)
  );
}

/**
 * How certain a line between two paragraphs is a heading: title case is `likely`; a short line in
 * a script without capitals is `doubtful`.
 */
export function headingCertainty(line: string): 'likely' | 'doubtful' | undefined {
  if (!isTitleLike(line)) return undefined;
  if (/\p{Lu}|\p{Ll}/u.test(line)) return isTitleCase(line) ? 'likely' : undefined;
  return /\p{Lo}/u.test(line) && line.length <= 40 && !/[?!？！؟]$/u.test(line)
    ? 'doubtful'
    : undefined;
}

function isTitleCase(line: string): boolean {
  const words = line.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu) ?? [];
  const capital = (word: string) => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word);
  const [first = ''] = words;
  return capital(first) && words.every((word) => capital(word) || small.has(word));
}
