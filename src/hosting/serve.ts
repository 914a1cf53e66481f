import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { codeOf } from './hosting-error.ts';
import { listen } from './listen.ts';

export interface ServeOptions {
  /** Where the site is mounted: begins and ends with a slash. */
  readonly basePath?: string;
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** How many ports after `port` may be taken instead when it is in use. */
  readonly alternatives?: number;
}

export interface Served {
  /** With the base path, such as `http://localhost:4321/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Answers a request for a path from the root of the site: `/2026/`. `search` begins with `?` or is empty. */
export type RequestHandler = (asked: {
  readonly path: string;
  readonly search: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}) => Promise<void>;

/**
 * Serves a site below its base path. The base path without its slash redirects.
 *
 * @throws {HostingError} when the port cannot be had
 */
export async function serve(
  answer: RequestHandler,
  { basePath = '/', host = 'localhost', port = 0, alternatives = 0 }: ServeOptions,
): Promise<Served> {
  const server = createServer(async (request, response) => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        return answerPlainly(response, 405, 'Only GET and HEAD are answered here.');
      }
      const [asked, search] = splitQuery(request.url ?? '/');
      if (asked.startsWith(basePath)) {
        const path = asked.slice(basePath.length - 1);
        return await answer({ path, search, request, response });
      }
      if (`${asked}/` === basePath) return redirect(response, 308, basePath + search);
      return answerPlainly(response, 404, `Nothing is here. The publication is at ${basePath}`);
    } catch (error) {
      fail(response, error);
    }
  });
  const origin = await listen(server, { host, port, alternatives });
  return {
    address: origin + basePath,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function fail(response: ServerResponse, error: unknown): void {
  // The reader has closed the connection: no error.
  if (codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || response.destroyed) return;
  console.error(error);
  if (response.headersSent) response.destroy();
  else answerPlainly(response, 500, 'This is a fault.');
}

export function splitQuery(address: string): [path: string, search: string] {
  const at = address.search(/[?#]/u);
  return at < 0
    ? [address, '']
    : [address.slice(0, at), address.slice(at).replace(/#.*$/u, '')];
}

export function redirect(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { location: to }).end();
}

export function answerPlainly(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
