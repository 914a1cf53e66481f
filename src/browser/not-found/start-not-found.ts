/** Makes the page "not found" suggest the right address for one that is nearly right. */
export function startNotFound(): void {
  const place = document.querySelector<HTMLElement>('.perhaps');
  if (place) void import('./offer-address.ts').then(({ offerAddress }) => offerAddress(place));
}
