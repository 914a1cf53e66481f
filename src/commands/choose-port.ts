import { createServer } from 'node:http';
import { listen } from '../hosting/listen.ts';
import type { Settings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';

/** How many ports after the usual one are tried when nobody asked for a port. */
export const alternatives = 20;

/**
 * The port on which a command can serve: `PORT` where it was given, else the usual one or the next
 * that is free, which is said in a line. Asked before any work is done.
 *
 * @throws {HostingError} when none can be had
 */
export async function choosePort({
  port,
  portGiven,
  host,
}: Pick<Settings, 'port' | 'portGiven' | 'host'>): Promise<number> {
  const server = createServer();
  const origin = await listen(server, {
    host,
    port,
    alternatives: portGiven ? 0 : alternatives,
  });
  const chosen = Number(new URL(origin).port || 80);
  await new Promise((done) => server.close(done));
  if (!portGiven && chosen !== port) terminal().say(`Port ${port} is in use.`);
  return chosen;
}
