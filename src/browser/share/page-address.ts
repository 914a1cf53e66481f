/**
 * The address under which this page is passed on: its own at the site's origin where the page
 * knows it, else the one it was opened with, without query and fragment.
 */
export function pageAddress(): string {
  const own = document.querySelector('.paper-address')?.textContent?.trim();
  if (own) return own;
  const address = new URL(location.href);
  address.search = '';
  address.hash = '';
  return address.href;
}
