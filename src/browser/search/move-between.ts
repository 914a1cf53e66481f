/**
 * Lets the arrow keys lead from the field to the results and along their links, beside the
 * tabulator, which stays as it is.
 */
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
