import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server whose answers take time; the milliseconds can change between pages. */
export interface DelayedSite {
  /** The address without the last slash. */
  readonly origin: string;
  /** Until the first byte of a page. */
  page: number;
  /** Until the first byte of a font. */
  font: number;
  /** The fonts that were asked for. */
  readonly fonts: string[];
}

/** Starts a proxy in front of the server at `upstream` until the test ends. */
export async function startDelayed(t: TestContext, upstream: string): Promise<DelayedSite> {
  const fonts: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? '/';
    const isFont = path.endsWith('.woff2');
    if (isFont) fonts.push(path);
    if (isFont || path.endsWith('/')) await sleep(isFont ? site.font : site.page);
    const forward = ask(new URL(path, upstream), { headers: incoming.headers });
    forward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    forward.on('error', () => outgoing.writeHead(502).end());
    forward.end();
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  const site: DelayedSite = { origin: `http://localhost:${port}`, page: 0, font: 0, fonts };
  t.after(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  return site;
}
