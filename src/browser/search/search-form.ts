import { formatSearchState, parseSearchState, type SearchState } from './search-state.ts';

export function readForm(form: HTMLFormElement): SearchState {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') parameters.set(name, value);
  return parseSearchState(parameters.toString());
}

/** Whether the reader did not change a control before the script loaded. Changes are kept. */
export function isUntouched(control: HTMLInputElement | HTMLSelectElement): boolean {
  return control instanceof HTMLSelectElement
    ? control.selectedIndex <= 0
    : control.value === '';
}

/** Fills the form. A value that a list does not have selects its first choice, which means no filter. */
export function fillForm(
  form: HTMLFormElement,
  state: SearchState,
  isFilled: (control: HTMLInputElement | HTMLSelectElement) => boolean = () => true,
): void {
  for (const control of form.elements) {
    const isInput = control instanceof HTMLInputElement;
    if (!isInput && !(control instanceof HTMLSelectElement)) continue;
    // What is typed there is read by `name-fields.ts`.
    if (control.name === '' || !isFilled(control)) continue;
    const name = control.name === 'q' ? 'query' : control.name;
    control.value = state[name as keyof SearchState];
    if (!isInput && control.selectedIndex < 0) control.selectedIndex = 0;
  }
}

export function keepAddress(state: SearchState): void {
  const address = location.pathname + formatSearchState(state);
  if (address === location.pathname + location.search) return;
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Safari throws after a hundred calls within half a minute.
  }
}

/** Lets the arrow keys move the focus from the field to the links of the results, and among them. */
export function moveBetween(field: HTMLInputElement, results: HTMLElement): void {
  const onKey = (event: KeyboardEvent) => {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey) return;
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    const stops = [field, ...results.querySelectorAll<HTMLElement>('a')];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[here + (key === 'ArrowDown' ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };
  field.addEventListener('keydown', onKey);
  results.addEventListener('keydown', onKey);
}
