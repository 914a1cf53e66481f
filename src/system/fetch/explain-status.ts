/** Why nothing was fetched, for an answer that is no page; undefined for one that is. */
export function explainStatus(
  status: number,
  retryAfter: string | undefined,
): string | undefined {
  if (status === 204 || status === 205) return `the server answers ${status}: there is no page`;
  if (status >= 200 && status < 300) return undefined;
  const later = retryAfter ? ` (Retry-After: ${retryAfter.slice(0, 40)})` : '';
  switch (status) {
    case 401:
    case 402:
    case 403:
    case 451:
      return `the server answers ${status}: it does not give this page; save it in a browser and import the file`;
    case 404:
      return 'the server answers 404: there is no such page; look at the address';
    case 410:
      return 'the server answers 410: the page is gone for good';
    case 429:
      return `the server answers 429: too many requests; try again later${later}`;
    default:
      return status >= 500
        ? `the server answers ${status}: it fails; try again later${later}`
        : `the server answers ${status}`;
  }
}
