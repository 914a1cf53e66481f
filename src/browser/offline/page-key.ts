/** The address under which a page is stored: a query or a missing slash make no other page. */
export function pageKey(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}${pathname.endsWith('/') ? '' : '/'}`;
}
