import { makeElement } from '../page/make-element.ts';
import { proposeQuery } from './propose-query.ts';
import { formatSearchState, narrowing, type SearchState } from './search-state.ts';

/** Words for a search that found nothing. `#` is replaced by a query, and by a filter. */
export interface HelpWords {
  readonly help: string;
  readonly didYouMean: string;
  readonly withoutFilter: string;
  readonly inAllLanguages: string;
}

/** What a search that found nothing is about. */
interface LostSearch {
  readonly state: SearchState;
  /** Words that no article has. */
  readonly lost: readonly string[];
  /** The address of the words of articles in the language that was searched. */
  readonly words: string;
  readonly language: string;
  /** Whether other languages were not searched. */
  readonly hasOthers: boolean;
}

/**
 * What a reader can do who found nothing: links to the search with words that articles have, without one
 * of its filters, and in all languages.
 */
export async function offerHelp(
  form: HTMLFormElement,
  { state, lost, words, language, hasOthers }: LostSearch,
  texts: HelpWords,
): Promise<(Node | string)[]> {
  const link = (text: string, change: Partial<SearchState>) =>
    makeElement('li', {}, makeElement('a', { href: addressOf({ ...state, ...change }) }, text));
  const known = lost.length > 0 ? await loadWords(words) : [];
  const query = proposeQuery(state.query, lost, { words: known, language });
  const links = [
    ...(query === undefined
      ? []
      : [
          link(
            texts.didYouMean.replace('#', () => query),
            { query },
          ),
        ]),
    ...narrowing
      .filter((name) => state[name] !== '')
      .map((name) =>
        link(
          texts.withoutFilter.replace('#', () => nameOf(form, name)),
          { [name]: '' },
        ),
      ),
    ...(hasOthers ? [link(texts.inAllLanguages, { language: 'all' })] : []),
  ];
  return [
    makeElement('p', {}, texts.help),
    ...(links.length > 0 ? [makeElement('ul', {}, ...links)] : []),
  ];
}

function addressOf(state: SearchState): string {
  return location.pathname + formatSearchState(state);
}

/** Without them, the reader gets the other links. */
async function loadWords(address: string): Promise<readonly string[]> {
  try {
    const answer = await fetch(address, { cache: 'no-cache' });
    return answer.ok ? ((await answer.json()) as readonly string[]) : [];
  } catch {
    return [];
  }
}

/** A filter as in the form: `Section: City`. */
function nameOf(form: HTMLFormElement, name: string): string {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLSelectElement)
    return `${labelOf(control)}: ${control.selectedOptions[0]?.text ?? ''}`;
  if (control instanceof HTMLInputElement && control.type === 'hidden') {
    const field = control.nextElementSibling as HTMLInputElement;
    return `${labelOf(field)}: ${field.value || control.value}`;
  }
  if (!(control instanceof HTMLInputElement) || !control.valueAsDate) return '';
  // Digits with hyphens would be turned round in text from right to left.
  const { lang } = document.documentElement;
  const day = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).format(control.valueAsDate);
  return `${labelOf(control)}: ${day}`;
}

function labelOf({ labels }: HTMLInputElement | HTMLSelectElement): string {
  return labels?.[0]?.querySelector('.label')?.textContent ?? '';
}
