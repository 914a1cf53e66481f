import type { Note } from '../draft.ts';
import { plain } from '../plain.ts';
import { proposeTitle } from '../propose-title.ts';
import { isTitleLike } from './is-heading.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Takes the headline from the first line, where it is one and none is given; else proposes one. */
export function takeTitle(paragraphs: readonly Paragraph[], given: string | undefined) {
  const [first, second] = paragraphs;
  const text = first?.lines[0] ?? '';
  const alone = first?.lines.length === 1 && second !== undefined && isTitleLike(text);
  const place = first ? { line: first.line, column: first.column } : {};
  const note = (message: string, certainty: Note['certainty']): Note[] => [
    { ...place, field: 'title', message, certainty },
  ];
  if (given !== undefined) {
    const isSame = alone && plain(text) === plain(given);
    return {
      title: given,
      paragraphs: isSame ? paragraphs.slice(1) : paragraphs,
      notes: isSame
        ? note('the first line, which repeats it, stands in the headline', 'certain')
        : [],
    };
  }
  if (alone) {
    const notes = note(`"${text}", from the first line`, 'likely');
    return { title: text, paragraphs: paragraphs.slice(1), notes };
  }
  const title = proposeTitle(first?.lines.join(' ') ?? '');
  const message = `"${title}" is proposed, from the first sentence; give a headline with --title`;
  return { title, paragraphs, notes: note(message, 'doubtful') };
}
