import type { Note } from '../draft.ts';
import { plain } from '../plain.ts';
import type { Fact } from './fact.ts';
import { noteChoice } from './note-choice.ts';
import { trimTitle } from './trim-title.ts';

/** The headline of a page: the one that was given, else the first that is told. */
export function chooseTitle(
  facts: readonly Fact[],
  site: string | undefined,
  given: string | undefined,
  notes: Note[],
): string | undefined {
  if (given !== undefined) {
    notes.push({ field: 'title', message: 'as given with --title', certainty: 'certain' });
    return given;
  }
  const [first] = facts;
  if (first === undefined) {
    notes.push({ field: 'title', message: 'the page has no headline', certainty: 'doubtful' });
    return undefined;
  }
  const shown = facts.find(({ from }) => from === '<h1>');
  const title = trimTitle(first.value, site, shown?.value, first.from === '<title>');
  const sure = first.seen || first.from === '<title>' ? 'likely' : 'certain';
  notes.push(noteChoice('title', first, sure, title));
  if (title !== first.value)
    notes.push({
      field: 'left out',
      message: `${JSON.stringify(first.value.replace(title, '').trim())} after the headline: the name of the site`,
      certainty: 'likely',
    });
  if (shown && plain(shown.value) !== plain(title))
    notes.push({
      ...(shown.line !== undefined && { line: shown.line }),
      field: 'title',
      message: `<h1> has another headline: ${JSON.stringify(shown.value)}`,
      certainty: 'likely',
    });
  return title;
}
