import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { terminal } from '../../system/terminal/terminal.ts';
import { codeOf, HostingError } from '../hosting-error.ts';

/**
 * Makes a server listen on `port`, or if it is in use on one of the next `alternatives` ports.
 *
 * @returns its origin, such as `http://localhost:4321`
 * @throws {HostingError} if none of them can be used
 */
export async function listen(
  server: Server,
  { host, port, alternatives }: { host: string; port: number; alternatives: number },
): Promise<string> {
  for (let next = port; next <= Math.min(port + alternatives, 65_535); next += 1) {
    try {
      server.listen(next, host);
      await once(server, 'listening');
      return originOf(host, (server.address() as AddressInfo).port);
    } catch (error) {
      if (codeOf(error) === 'EADDRINUSE') continue;
      throw explain(error, host, next);
    }
  }
  const last = alternatives > 0 ? ` to ${port + alternatives}` : '';
  throw new HostingError(
    `Port ${port}${last} is in use: stop the program that uses it, or set PORT to another port`,
  );
}

function originOf(host: string, port: number): string {
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function explain(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error);
  if (code === 'EACCES')
    return new HostingError(`Port ${port} is reserved: set PORT to a port above 1023`);
  if (code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') return error;
  return new HostingError(
    `HOST ${host} is not an address of this machine: set it to localhost`,
  );
}

/** How many of the following ports are tried if PORT is not set. */
export const alternatives = 20;

/**
 * Finds the port for a command: `PORT` if it is set, otherwise the default port or the next free one.
 * Prints a line if the default port is in use.
 *
 * @throws {HostingError} if there is none
 */
export async function choosePort({
  port,
  portGiven,
  host,
}: {
  readonly port: number;
  readonly portGiven: boolean;
  readonly host: string;
}): Promise<number> {
  const server = createServer();
  const origin = await listen(server, {
    host,
    port,
    alternatives: portGiven ? 0 : alternatives,
  });
  const chosen = Number(new URL(origin).port || 80);
  await new Promise((done) => server.close(done));
  if (!portGiven && chosen !== port) terminal().info(`Port ${port} is in use.`);
  return chosen;
}
