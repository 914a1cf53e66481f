import { makeElement } from '../page/make-element.ts';
import {
  type Found,
  type Searched,
  type SearchPlaces,
  searchFirst,
  searchFurther,
} from './find-articles.ts';
import { fillForm, isUntouched, keepAddress, moveBetween, readForm } from './search-form.ts';
import { parseSearchState, type SearchState } from './search-state.ts';
import { showResult } from './show-result.ts';

/** Milliseconds without a key after which it is searched, and after which waiting is told. */
const pause = 200;
const patience = 400;

/** Results that are shown at a time. */
const batch = 10;

/** A search on the page: what is searched for, and which articles its list has. */
interface Running {
  readonly state: SearchState;
  readonly listed: Set<string>;
  /** Whether another one has begun. */
  readonly isOld: () => boolean;
}

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
    const running: Running = { state, listed: new Set(), isOld };
    keepAddress(state);
    let isDone = false;
    const started = performance.now();
    const whenSlow = (act: () => void) => {
      const left = started + patience - performance.now();
      setTimeout(() => !isDone && !isOld() && act(), left);
    };
    whenSlow(() => say(script.searching));
    try {
      let answer = await searchFirst(script, state);
      if (answer?.hasMore) {
        const { found } = answer;
        whenSlow(() => listEarly(found, running, () => isDone));
        const isEnough = ({ found }: Searched) => found.length >= batch || isOld();
        answer = await searchFurther(script, state, { before: answer, isEnough });
      }
      if (isOld()) return;
      const first = await loadBatch(answer?.found.slice(0, batch) ?? [], state.query);
      if (isOld()) return;
      isDone = true;
      if (answer === undefined) return show(hint, []);
      if (answer.found.length === 0) return show(nothingFound(state), [script.help]);
      const count = countResults(script, answer.found.length, lang);
      // What a reader has reached by the keyboard stays where it is.
      if (running.listed.size > 0 && results.contains(document.activeElement)) say(count);
      else {
        show(count, []);
        running.listed.clear();
      }
      list(first, running);
      offerMore(answer, running);
    } catch {
      if (!isOld()) fail();
    } finally {
      isDone = true;
    }
  }

  /** What the first part has, where all others take long. */
  async function listEarly(
    found: readonly Found[],
    running: Running,
    isDone: () => boolean,
  ): Promise<void> {
    // Where it cannot be loaded, the whole search fails, and tells.
    const first = await loadBatch(found.slice(0, batch), running.state.query).catch(() => []);
    if (first.length === 0 || isDone() || running.isOld()) return;
    show(script.searching, []);
    list(first, running);
  }

  function list(items: readonly Loaded[], { listed }: Running): HTMLLIElement[] {
    const added = items.filter(({ id }) => !listed.has(id));
    for (const { id } of added) listed.add(id);
    results.append(...added.map(({ item }) => item));
    return added.map(({ item }) => item);
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

  function offerMore(answer: Searched, running: Running): void {
    const { state, listed, isOld } = running;
    const leftOf = ({ found }: Searched) => found.filter(({ id }) => !listed.has(id));
    if (leftOf(answer).length === 0 && !answer.hasMore) return;
    const button = makeElement('button', { type: 'button', class: 'search-more' }, script.more);
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        let next = answer;
        if (answer.hasMore) {
          say(script.searching);
          const isEnough = (one: Searched) => leftOf(one).length >= batch || isOld();
          next = await searchFurther(script, state, { before: answer, isEnough });
        }
        const items = await loadBatch(leftOf(next).slice(0, batch), state.query);
        if (isOld()) return;
        button.remove();
        say(countResults(script, next.found.length, lang));
        list(items, running)[0]?.querySelector('a')?.focus();
        offerMore(next, running);
      } catch {
        if (isOld()) return;
        say(script.failed);
        button.disabled = false;
        button.focus();
      }
    });
    results.after(button);
  }
}

/** An article with its item of the list. */
interface Loaded {
  readonly id: string;
  readonly item: HTMLLIElement;
}

async function loadBatch(found: readonly Found[], query: string): Promise<Loaded[]> {
  return Promise.all(
    found.map(async ({ id, language, load }) => ({
      id,
      item: showResult(await load(), { language, query }),
    })),
  );
}

/** What the page of a search says to its script. */
interface SearchWords {
  readonly searching: string;
  /** `#` stands for what was searched for. */
  readonly noResults: string;
  readonly help: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly more: string;
  /** By plural category; `#` stands for the number. */
  readonly counts: Readonly<Record<string, string>>;
}

/** How many results there are, in words of the page's language. */
function countResults({ counts }: SearchWords, count: number, language: string): string {
  const form = counts[new Intl.PluralRules(language).select(count)] ?? counts['other'] ?? '#';
  const number = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(count);
  return form.replace('#', number);
}
