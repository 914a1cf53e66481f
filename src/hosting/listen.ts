import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { codeOf, HostingError } from './hosting-error.ts';

/**
 * Lets a server listen on a port or, where that is in use, on one of the `alternatives` after it.
 *
 * @returns its origin, such as `http://localhost:4321`
 * @throws {HostingError} when none of them can be had
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
    `Port ${port}${last} is in use: stop what uses it, or set PORT to another one`,
  );
}

function originOf(host: string, port: number): string {
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function explain(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EACCES':
      return new HostingError(`Port ${port} is reserved: set PORT to one above 1023`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new HostingError(
        `HOST ${host} is no address of this machine: set it to localhost`,
      );
    default:
      return error;
  }
}
