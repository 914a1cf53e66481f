import { makeElement } from '../page/make-element.ts';
import { createFilterPanel } from './filter-panel.ts';
import {
  isFilled,
  type Searched,
  type SearchPlaces,
  type SearchResult,
  searchFirst,
  searchFurther,
} from './find-articles.ts';
import { createNameFields } from './name-fields.ts';
import { type HelpWords, offerHelp } from './offer-help.ts';
import { fillForm, isUntouched, keepAddress, moveBetween, readForm } from './search-form.ts';
import { parseSearchState, type SearchState } from './search-state.ts';
import { showResult } from './show-result.ts';

/** Milliseconds without input before a search starts, and before "searching" is shown. */
const inputDelay = 200;
const searchingDelay = 400;

/** Results that are shown at once. */
const batch = 10;

/** A running search, with the ids of the articles that are listed. */
interface RunningSearch {
  readonly state: SearchState;
  readonly listed: Set<string>;
  /** Whether a newer search has started. */
  readonly isOld: () => boolean;
}

/** Runs the search of the page: the form, its address and the list of results. */
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

  const panel = createFilterPanel(place);
  const names = createNameFields(form);
  const fill = (isFilled?: typeof isUntouched) => {
    const state = parseSearchState(location.search);
    fillForm(form, state, isFilled);
    panel.follow(state);
    names.show();
  };
  fill(isUntouched);
  moveBetween(field, results);
  form.addEventListener('input', ({ target }) => later(target === field ? inputDelay : 0));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    later(0);
  });
  addEventListener('popstate', () => {
    fill();
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
    panel.count(state);
    const running: RunningSearch = { state, listed: new Set(), isOld };
    keepAddress(state);
    let isDone = false;
    const started = performance.now();
    const whenSlow = (act: () => void) => {
      const left = started + searchingDelay - performance.now();
      setTimeout(() => !isDone && !isOld() && act(), left);
    };
    whenSlow(() => setStatus(script.searching));
    try {
      let answer = await searchFirst(script, state);
      if (answer?.hasMore && !isFilled(answer, batch)) {
        const { found } = answer;
        whenSlow(() => listEarly(found, running, () => isDone));
        const isEnough = (one: Searched) => isFilled(one, batch) || isOld();
        answer = await searchFurther(script, state, { before: answer, isEnough });
      }
      if (isOld()) return;
      const first = await loadBatch(answer?.found.slice(0, batch) ?? []);
      if (isOld()) return;
      isDone = true;
      if (answer === undefined) return show(hint, []);
      if (isInVain(answer)) {
        const help = await helpFor(state, answer.lost);
        return isOld() ? undefined : show(nothingFound(state), help);
      }
      const count = countResults(script, answer.found.length, lang);
      // Results stay in place if the reader has moved the focus into them.
      if (running.listed.size > 0 && results.contains(document.activeElement)) setStatus(count);
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

  /** Lists the results of the first part if the other parts take long. */
  async function listEarly(
    found: readonly SearchResult[],
    running: RunningSearch,
    isDone: () => boolean,
  ): Promise<void> {
    // If it cannot be loaded, the whole search fails and reports that.
    const first = await loadBatch(found.slice(0, batch)).catch(() => []);
    if (first.length === 0 || isDone() || running.isOld()) return;
    show(script.searching, []);
    list(first, running);
  }

  function list(items: readonly LoadedResult[], { listed }: RunningSearch): HTMLLIElement[] {
    const added = items.filter(({ id }) => !listed.has(id));
    for (const { id } of added) listed.add(id);
    results.append(...added.map(({ item }) => item));
    return added.map(({ item }) => item);
  }

  /** Sets the status; screen readers announce a new text. */
  function setStatus(text: string): void {
    if (status.textContent !== text) status.textContent = text;
  }

  function show(text: string, more: readonly (Node | string)[]): void {
    setStatus(text);
    results.replaceChildren();
    help.replaceChildren(...more);
    help.hidden = more.length === 0;
    find('.search-more')?.remove();
  }

  function helpFor(state: SearchState, lost: readonly string[]): Promise<(Node | string)[]> {
    const { files, languages } = script;
    const language = languages.find((one) => one === state.language) ?? languages[0] ?? lang;
    const words = `${files}words-${language}.json`;
    const hasOthers = languages.length > 1 && state.language !== 'all';
    return offerHelp(form, { state, lost, words, language, hasOthers }, script);
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

  function offerMore(answer: Searched, running: RunningSearch): void {
    const { state, listed, isOld } = running;
    const leftOf = ({ found }: Searched) => found.filter(({ id }) => !listed.has(id));
    const isListed = leftOf(answer).length === 0;
    if (isListed && !answer.hasMore) return;
    const label = isListed && answer.isGuided ? script.further : script.more;
    const button = makeElement('button', { type: 'button', class: 'search-more' }, label);
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        let next = answer;
        if (answer.hasMore) {
          setStatus(script.searching);
          const isEnough = (one: Searched) => leftOf(one).length >= batch || isOld();
          next = await searchFurther(script, state, { before: answer, isEnough });
        }
        const items = await loadBatch(leftOf(next).slice(0, batch));
        const help = isInVain(next) ? await helpFor(state, next.lost) : undefined;
        if (isOld()) return;
        if (help) {
          field.focus();
          return show(nothingFound(state), help);
        }
        button.remove();
        setStatus(countResults(script, next.found.length, lang));
        const [first] = list(items, running);
        offerMore(next, running);
        (
          first?.querySelector('a') ?? place.querySelector<HTMLElement>('.search-more')
        )?.focus();
      } catch {
        if (isOld()) return;
        setStatus(script.failed);
        button.disabled = false;
        button.focus();
      }
    });
    results.after(button);
  }
}

/** Whether all was searched, and nothing found. */
function isInVain({ found, hasMore }: Searched): boolean {
  return found.length === 0 && !hasMore;
}

/** A result with its list item. */
interface LoadedResult {
  readonly id: string;
  readonly item: HTMLLIElement;
}

async function loadBatch(found: readonly SearchResult[]): Promise<LoadedResult[]> {
  return Promise.all(
    found.map(async (result) => ({
      id: result.id,
      item: showResult(await result.load(), result, result.language),
    })),
  );
}

/** Words of the search page for its script. */
interface SearchWords extends HelpWords {
  readonly searching: string;
  /** `#` is replaced by the query. */
  readonly noResults: string;
  readonly failed: string;
  readonly tryAgain: string;
  readonly more: string;
  readonly further: string;
  /** By plural category; `#` is replaced by the number. */
  readonly counts: Readonly<Record<string, string>>;
}

/** The number of results in words, in the page's language. */
function countResults({ counts }: SearchWords, count: number, language: string): string {
  const form = counts[new Intl.PluralRules(language).select(count)] ?? counts['other'] ?? '#';
  const number = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(count);
  return form.replace('#', number);
}
