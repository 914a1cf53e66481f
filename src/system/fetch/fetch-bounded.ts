import { checkAddress, createAgent, type FetchOptions, RefusedFetch } from './create-agent.ts';
import { requestBounded } from './request-bounded.ts';
import { obeyRobots } from './robots.ts';

/** Total time limit, from the first request to the last byte. */
const MILLISECONDS = 20_000;
const REDIRECTS = 5;

interface Fetched {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
}

/**
 * Fetches a URL within limits on redirects, bytes and time. Each redirect is checked like the
 * first URL, including robots.txt. Throws a `RefusedFetch`.
 */
export async function fetchBounded(
  address: string,
  options: FetchOptions,
  bounds: { readonly bytes: number; readonly accept: string },
): Promise<Fetched> {
  const dispatcher = createAgent(options);
  const signal = AbortSignal.timeout(MILLISECONDS);
  try {
    let url = checkAddress(address, options);
    for (let step = 0; step <= REDIRECTS; step++) {
      await obeyRobots(url, options, dispatcher, signal);
      const answer = await requestBounded(url, { ...bounds, dispatcher, signal });
      const location = answer.header('location');
      if ([301, 302, 303, 307, 308].includes(answer.status) && location !== undefined) {
        answer.drop();
        url = checkAddress(URL.parse(location, url)?.href ?? location, options);
        continue;
      }
      const reason = explainStatus(answer.status, answer.header('retry-after'));
      if (reason !== undefined) {
        answer.drop();
        throw new RefusedFetch(reason);
      }
      const contentType = answer.header('content-type');
      const bytes = await answer.read();
      return { url: url.href, bytes, ...(contentType !== undefined && { contentType }) };
    }
    throw new RefusedFetch(`more than ${REDIRECTS} redirects`);
  } catch (error) {
    throw explain(error, signal);
  } finally {
    await dispatcher.destroy();
  }
}

function explain(error: unknown, signal: AbortSignal): RefusedFetch {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof RefusedFetch) return cause;
  if (signal.aborted)
    return new RefusedFetch(`no complete response within ${MILLISECONDS / 1000} seconds`);
  const message = error instanceof Error ? error.message || error.name : String(error);
  return new RefusedFetch(`the request failed: ${message}`);
}

/** Why a response cannot be used; undefined for a success. */
function explainStatus(status: number, retryAfter: string | undefined): string | undefined {
  if (status === 204 || status === 205) return `HTTP ${status}: no content`;
  if (status >= 200 && status < 300) return undefined;
  const later = retryAfter ? ` (Retry-After: ${retryAfter.slice(0, 40)})` : '';
  switch (status) {
    case 401:
    case 402:
    case 403:
    case 451:
      return `HTTP ${status}: access denied; save the page in a browser and import the file`;
    case 404:
      return 'HTTP 404: not found; check the address';
    case 410:
      return 'HTTP 410: gone';
    case 429:
      return `HTTP 429: too many requests; try again later${later}`;
    default:
      return status >= 500
        ? `HTTP ${status}: server error; try again later${later}`
        : `HTTP ${status}`;
  }
}
