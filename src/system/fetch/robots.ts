import robotsParser from 'robots-parser';
import type { Dispatcher } from 'undici';
import { checkAddress, type FetchOptions, RefusedFetch } from './create-agent.ts';
import { requestBounded, USER_AGENT } from './request-bounded.ts';

/** Maximum size of robots.txt; Google reads as much (RFC 9309, section 2.5). */
const BYTES = 512_000;
const REDIRECTS = 5;

type Rules = (address: string) => boolean;

/** Cached rules by origin, for the life of the process. */
const known = new Map<string, Promise<Rules>>();

/**
 * Throws a `RefusedFetch` if robots.txt disallows a URL (RFC 9309). A missing robots.txt allows
 * everything; a server error disallows everything.
 */
export async function obeyRobots(
  url: URL,
  options: FetchOptions,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<void> {
  const key = `${url.origin} ${options.allowPrivate}`;
  const asked = known.get(key) ?? readRules(url.origin, options, dispatcher, signal);
  known.set(key, asked);
  try {
    const allows = await asked;
    if (!allows(url.href))
      throw new RefusedFetch(`${url.origin}/robots.txt disallows this page`);
  } catch (error) {
    if (known.get(key) === asked && !(await settled(asked))) known.delete(key);
    throw error;
  }
}

async function settled(asked: Promise<Rules>): Promise<boolean> {
  return asked.then(
    () => true,
    () => false,
  );
}

async function readRules(
  origin: string,
  options: FetchOptions,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Rules> {
  let url = checkAddress(`${origin}/robots.txt`, options);
  const bounds = { dispatcher, signal, bytes: BYTES, accept: 'text/plain, */*;q=0.1' };
  for (let step = 0; step <= REDIRECTS; step++) {
    const answer = await requestBounded(url, bounds);
    const { status } = answer;
    if (status >= 200 && status < 300) {
      const text = new TextDecoder().decode(await answer.read());
      const rules = robotsParser(`${origin}/robots.txt`, text);
      return (address) => rules.isAllowed(address, USER_AGENT) !== false;
    }
    answer.drop();
    if (status >= 500)
      throw new RefusedFetch(
        `${url.href}: HTTP ${status}, so fetching may be disallowed; try again later`,
      );
    const location = answer.header('location');
    if (status < 300 || status >= 400 || location === undefined) return () => true;
    url = checkAddress(URL.parse(location, url)?.href ?? location, options);
  }
  // Treated like a missing robots.txt (RFC 9309, section 2.3.1.2).
  return () => true;
}
