import { makeElement } from '../page/make-element.ts';
import { type Found, findArticles, type SearchPlaces } from './find-articles.ts';
import { moveBetween } from './move-between.ts';
import { formatSearchState, parseSearchState, type SearchState } from './search-state.ts';
import { countResults, type SearchWords } from './search-words.ts';
import { showResult } from './show-result.ts';

/** Milliseconds without a key after which it is searched, and after which waiting is told. */
const pause = 200;
const patience = 400;

/** Results that are shown at a time. */
const batch = 10;

/** Makes the search of the page work: the form, its address and the list of what is found. */
export function openSearch(place: HTMLElement): void {
  const script = JSON.parse(place.dataset['script'] ?? '{}') as SearchPlaces & SearchWords;
  const find = <T extends HTMLElement>(selector: string) => place.querySelector(selector) as T;
  const form = find<HTMLFormElement>('form');
  const field = find<HTMLInputElement>('input');
  const status = find('.search-status');
  const help = find('.search-help');
  const results = find('.search-results');
  const hint = status.textContent ?? '';
  const { lang } = document.documentElement;
  let timer: ReturnType<typeof setTimeout>;
  let latest = 0;

  fillForm(form, parseSearchState(location.search), isUntouched);
  moveBetween(field, results);
  form.addEventListener('input', ({ target }) => later(target === field ? pause : 0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    later(0);
  });
  addEventListener('popstate', () => {
    fillForm(form, parseSearchState(location.search));
    later(0);
  });
  later(0);

  function later(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(search, milliseconds);
  }

  async function search(): Promise<void> {
    latest += 1;
    const own = latest;
    const isOld = () => own !== latest;
    const state = readForm(form);
    keepAddress(state);
    const waiting = setTimeout(() => !isOld() && say(script.searching), patience);
    try {
      const found = await findArticles(script, state);
      if (isOld()) return;
      clearTimeout(waiting);
      if (found === undefined) return show(hint, []);
      if (found.length === 0) return show(nothingFound(state), [script.help]);
      const first = await loadBatch(found, state.query, 0);
      if (isOld()) return;
      show(countResults(script, found.length, lang), []);
      results.append(...first);
      offerMore(found, state.query, isOld);
    } catch {
      if (!isOld()) fail();
    } finally {
      clearTimeout(waiting);
    }
  }

  /** A status that is the same again would not be read out, and need not be. */
  function say(text: string): void {
    if (status.textContent !== text) status.textContent = text;
  }

  function show(text: string, more: readonly (Node | string)[]): void {
    say(text);
    results.replaceChildren();
    help.replaceChildren(...more);
    help.hidden = more.length === 0;
    find('.search-more')?.remove();
  }

  function nothingFound({ query }: SearchState): string {
    return query ? script.noResults.replace('#', () => query) : countResults(script, 0, lang);
  }

  function fail(): void {
    const again = makeElement('button', { type: 'button' }, script.tryAgain);
    again.addEventListener('click', () => {
      field.focus();
      later(0);
    });
    show(script.failed, [again]);
  }

  function offerMore(found: readonly Found[], query: string, isOld: () => boolean): void {
    if (results.childElementCount >= found.length) return;
    const button = makeElement('button', { type: 'button', class: 'search-more' }, script.more);
    button.addEventListener('click', async () => {
      try {
        const next = await loadBatch(found, query, results.childElementCount);
        if (isOld()) return;
        button.remove();
        results.append(...next);
        next[0]?.querySelector('a')?.focus();
        offerMore(found, query, isOld);
      } catch {
        if (!isOld()) say(script.failed);
      }
    });
    results.after(button);
  }
}

async function loadBatch(
  found: readonly Found[],
  query: string,
  from: number,
): Promise<HTMLLIElement[]> {
  return Promise.all(
    found
      .slice(from, from + batch)
      .map(async ({ language, load }) => showResult(await load(), { language, query })),
  );
}

function readForm(form: HTMLFormElement): SearchState {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') parameters.set(name, value);
  return parseSearchState(parameters.toString());
}

/** Whether nobody has typed or chosen anything in it before the script came; what was, stays. */
function isUntouched(control: HTMLInputElement | HTMLSelectElement): boolean {
  return control instanceof HTMLSelectElement
    ? control.selectedIndex <= 0
    : control.value === '';
}

/** A choice that a list does not have narrows nothing. */
function fillForm(
  form: HTMLFormElement,
  state: SearchState,
  isFilled: (control: HTMLInputElement | HTMLSelectElement) => boolean = () => true,
): void {
  for (const control of form.elements) {
    const isInput = control instanceof HTMLInputElement;
    if (!isInput && !(control instanceof HTMLSelectElement)) continue;
    if (!isFilled(control)) continue;
    const name = control.name === 'q' ? 'query' : control.name;
    control.value = state[name as keyof SearchState];
    if (!isInput && control.selectedIndex < 0) control.selectedIndex = 0;
  }
}

function keepAddress(state: SearchState): void {
  const address = location.pathname + formatSearchState(state);
  if (address === location.pathname + location.search) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Safari throws when it is done a hundred times in half a minute.
  }
}
