import {
  checkAddress,
  createAgent,
  type FetchOptions,
  RefusedFetch,
} from '../../system/fetch/create-agent.ts';
import { requestBounded } from '../../system/fetch/request-bounded.ts';
import { obeyRobots } from '../../system/fetch/robots.ts';

/**
 * What an address of another site has become. `dead`: nothing is there any more; `moved`: it
 * leads on for good; `unknown`: it could not be found out, or was not to be.
 */
export interface LookedUp {
  readonly state: 'good' | 'moved' | 'dead' | 'unknown';
  /** A status (`404`), where it leads to, or why nothing is known. */
  readonly detail: string;
  /** Whether its server asks to be left alone for now. */
  readonly isBusy?: true;
}

/** For one address with all that it leads on to. */
const MILLISECONDS = 20_000;
const REDIRECTS = 5;
const redirects = [301, 302, 303, 307, 308];
const permanent = [301, 308];

/** How a name that nobody has, or that has no server, fails. */
const nowhere = ['ENOTFOUND', 'ERR_TLS_CERT_ALTNAME_INVALID'];

/**
 * Looks an address up, as robots.txt allows, without reading what is there: by HEAD, and by GET
 * where the server does not answer that well. Never rejects.
 */
export async function lookUpLink(address: string, options: FetchOptions): Promise<LookedUp> {
  const dispatcher = createAgent(options);
  const signal = AbortSignal.timeout(MILLISECONDS);
  const ask = async (url: URL, method: 'GET' | 'HEAD') => {
    const bounds = { dispatcher, signal, bytes: 0, accept: '*/*', purpose: 'link check' };
    const answer = await requestBounded(url, { ...bounds, method });
    answer.drop();
    return answer;
  };
  try {
    let url = checkAddress(address, options);
    let isForGood = true;
    for (let step = 0; step <= REDIRECTS; step += 1) {
      await obeyRobots(url, options, dispatcher, signal);
      let answer = await ask(url, 'HEAD');
      if (answer.status >= 400 && answer.status !== 429) answer = await ask(url, 'GET');
      const location = answer.header('location');
      if (redirects.includes(answer.status) && location !== undefined) {
        isForGood &&= permanent.includes(answer.status);
        url = checkAddress(URL.parse(location, url)?.href ?? location, options);
        continue;
      }
      return judge(answer.status, step > 0 && isForGood ? url.href : undefined);
    }
    return { state: 'unknown', detail: `more than ${REDIRECTS} redirects` };
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
    if (code !== undefined && nowhere.includes(code)) return { state: 'dead', detail: code };
  }
  if (signal.aborted)
    return { state: 'unknown', detail: `no answer within ${MILLISECONDS / 1000} seconds` };
  return { state: 'unknown', detail: error instanceof Error ? error.message : String(error) };
}
