/**
 * Starts the search of the search page. A query that is submitted before the script has loaded runs
 * afterwards. If the script cannot be loaded, submitting reloads the page.
 */
export function startSearch(): void {
  const place = document.querySelector<HTMLElement>('.search');
  if (!place) return;
  const keep = (event: Event) => event.preventDefault();
  place.addEventListener('submit', keep);
  import('./open-search.ts').then(
    ({ openSearch }) => openSearch(place),
    () => place.removeEventListener('submit', keep),
  );
}
