import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { buffer } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export type Ask = (path: string, headers?: Record<string, string>) => Promise<Answer>;

/**
 * Sends requests to an origin without following redirects, normalizing paths or checking
 * certificates.
 */
export function createAsk(origin: string): Ask {
  const { protocol, hostname, port } = new URL(origin);
  const request = protocol === 'https:' ? requestSecure : requestPlain;
  return (path, headers = {}) =>
    new Promise((done, fail) => {
      const options = { hostname, port, path, headers, rejectUnauthorized: false };
      request(options, async (response) => {
        const body = await buffer(response);
        const flat = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, value?.toString()]),
        );
        done({ status: response.statusCode ?? 0, headers: flat, body });
      })
        .on('error', fail)
        .end();
    });
}

/** Waits until a server that was just started answers. Throws after two minutes. */
export async function waitFor(origin: string, ended: () => string | undefined): Promise<void> {
  const ask = createAsk(origin);
  for (let tries = 0; tries < 1200; tries += 1) {
    const problem = ended();
    if (problem !== undefined) throw new Error(problem);
    const answer = await ask('/').catch(() => undefined);
    if (answer !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${origin} does not answer`);
}
