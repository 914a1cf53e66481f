import { setTimeout as sleep } from 'node:timers/promises';
import {
  checkAddress,
  createAgent,
  type FetchOptions,
  RefusedFetch,
} from '../../system/fetch/create-agent.ts';
import { requestBounded } from '../../system/fetch/request-bounded.ts';
import { obeyRobots } from '../../system/fetch/robots.ts';

/**
 * The state of a link to another site. `dead`: it no longer exists; `moved`: it redirects
 * permanently; `unknown`: it could not be requested, or robots.txt forbids that.
 */
export interface LookedUp {
  readonly state: 'good' | 'moved' | 'dead' | 'unknown';
  /** An HTTP status (`404`), the new URL, or why the state is unknown. */
  readonly detail: string;
  /** Whether the server asks for fewer requests. */
  readonly isBusy?: true;
}

export interface LookUpOptions extends FetchOptions {
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Called after each link. */
  readonly onStep?: (done: number, total: number) => void;
}

/** How many hosts are requested at the same time. */
const maxHosts = 6;

/**
 * Looks up links to other sites, each once. Each host gets one request at a time, with a pause
 * between them, and none after it asks for fewer requests. Returns the states by link.
 */
export async function lookUpLinks(
  addresses: Iterable<string>,
  { pause, onStep, ...options }: LookUpOptions,
): Promise<Map<string, LookedUp>> {
  const unique = [...new Set(addresses)];
  const byHost = Map.groupBy(unique, (address) => URL.parse(address)?.host ?? '');
  const results = new Map<string, LookedUp>();
  const waiting = byHost.values();
  const work = async () => {
    for (const own of waiting) {
      let busy: LookedUp | undefined;
      for (const [index, address] of own.entries()) {
        if (index > 0 && !busy) await sleep(pause);
        const result = busy ?? (await lookUpLink(address, options));
        results.set(address, result);
        onStep?.(results.size, unique.length);
        if (result.isBusy)
          busy = { state: 'unknown', detail: 'not asked: its server asks to wait' };
      }
    }
  };
  await Promise.all(Array.from({ length: maxHosts }, work));
  return results;
}

/** Limits for one link with its redirects. */
const timeout = 20_000;
const maxRedirects = 5;
const redirects = [301, 302, 303, 307, 308];
const permanent = [301, 308];

/** Error codes of a host name that does not exist, or that is another site's. */
const deadCodes = ['ENOTFOUND', 'ERR_TLS_CERT_ALTNAME_INVALID'];

/**
 * Requests a link if robots.txt allows it, without reading the response: by HEAD, and by GET if the
 * server answers HEAD with an error. Never rejects.
 */
async function lookUpLink(address: string, options: FetchOptions): Promise<LookedUp> {
  const dispatcher = createAgent(options);
  const signal = AbortSignal.timeout(timeout);
  const ask = async (url: URL, method: 'GET' | 'HEAD') => {
    const bounds = { dispatcher, signal, bytes: 0, accept: '*/*', purpose: 'link check' };
    const answer = await requestBounded(url, { ...bounds, method });
    answer.drop();
    return answer;
  };
  try {
    let url = checkAddress(address, options);
    let isPermanent = true;
    for (let step = 0; step <= maxRedirects; step += 1) {
      await obeyRobots(url, options, dispatcher, signal);
      let answer = await ask(url, 'HEAD');
      if (answer.status >= 400 && answer.status !== 429) answer = await ask(url, 'GET');
      const location = answer.header('location');
      if (redirects.includes(answer.status) && location !== undefined) {
        isPermanent &&= permanent.includes(answer.status);
        url = checkAddress(URL.parse(location, url)?.href ?? location, options);
        continue;
      }
      return judge(answer.status, step > 0 && isPermanent ? url.href : undefined);
    }
    return { state: 'unknown', detail: `more than ${maxRedirects} redirects` };
  } catch (error) {
    return explain(error, signal);
  } finally {
    await dispatcher.destroy();
  }
}

function judge(status: number, movedTo: string | undefined): LookedUp {
  if (status === 404 || status === 410) return { state: 'dead', detail: `${status}` };
  if (status === 429) return { state: 'unknown', detail: '429', isBusy: true };
  if (status < 200 || status >= 300) return { state: 'unknown', detail: `${status}` };
  return movedTo === undefined
    ? { state: 'good', detail: `${status}` }
    : { state: 'moved', detail: movedTo };
}

function explain(error: unknown, signal: AbortSignal): LookedUp {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof RefusedFetch) return { state: 'unknown', detail: cause.message };
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== undefined && deadCodes.includes(code)) return { state: 'dead', detail: code };
  }
  if (signal.aborted)
    return { state: 'unknown', detail: `no answer within ${timeout / 1000} seconds` };
  return { state: 'unknown', detail: error instanceof Error ? error.message : String(error) };
}
