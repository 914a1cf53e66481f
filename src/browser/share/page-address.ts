/**
 * The address for sharing this page: the canonical URL if the page prints it, otherwise the current
 * address without query and hash.
 */
export function pageAddress(): string {
  const own = document.querySelector('.paper-address')?.textContent?.trim();
  if (own) return own;
  const address = new URL(location.href);
  address.search = '';
  address.hash = '';
  return address.href;
}
