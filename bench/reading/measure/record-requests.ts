import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Answer } from './count-parts.ts';

/** A finished response, with its address within the site and the time of the request. */
export interface Recorded extends Answer {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/**
 * Starts a proxy in front of a server on this machine that records what browsers get from it:
 * for the page, its service worker and the browser itself. `recorded` grows as responses end.
 * Bodies are not compressed.
 */
export async function recordRequests(upstream: string) {
  const recorded: Recorded[] = [];
  const server = createServer((incoming, outgoing) => {
    const time = Date.now();
    const { 'accept-encoding': _, ...headers } = incoming.headers;
    const forward = ask(new URL(incoming.url ?? '/', upstream), {
      method: incoming.method ?? 'GET',
      headers,
    });
    forward.on('response', async (answer) => {
      const body = await buffer(answer);
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(body);
      const type = answer.headers['content-type'] ?? '';
      recorded.push({ path: incoming.url ?? '/', time, type, body });
    });
    forward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(forward);
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, recorded: recorded as readonly Recorded[], close };
}
