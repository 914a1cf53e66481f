/** Makes the page that searches work. */
export function startSearch(): void {
  const place = document.querySelector<HTMLElement>('.search');
  if (place) void import('./open-search.ts').then(({ openSearch }) => openSearch(place));
}
