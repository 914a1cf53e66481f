/** Addresses that are nearly right: the page that answers in their place names the right one. */
export function startNotFound(): void {
  const place = document.querySelector<HTMLElement>('.perhaps');
  if (place) void import('./offer-address.ts').then(({ offerAddress }) => offerAddress(place));
}
