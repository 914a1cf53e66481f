/**
 * Makes the page that searches work. What is sent before the script has come is searched for when
 * it has; where it cannot be loaded, sending loads the page anew, and the script with it.
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
