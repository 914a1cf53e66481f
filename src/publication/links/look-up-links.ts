import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchOptions } from '../../system/fetch/create-agent.ts';
import { type LookedUp, lookUpLink } from './look-up-link.ts';

export interface LookUpOptions extends FetchOptions {
  /** Milliseconds between two questions to one host. */
  readonly pause: number;
  /** Told after each address. */
  readonly onStep?: (done: number, total: number) => void;
}

/** Hosts that are asked side by side. */
const hostsAtOnce = 6;

/**
 * Looks up addresses of other sites, each once: one at a time of one host, with a pause between
 * them. A host that asks to be left alone is asked no more. The result is by address.
 */
export async function lookUpLinks(
  addresses: Iterable<string>,
  { pause, onStep, ...options }: LookUpOptions,
): Promise<Map<string, LookedUp>> {
  // What stands behind the # is not asked for.
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
  await Promise.all(Array.from({ length: hostsAtOnce }, work));
  return results;
}
