import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { codeOf } from '../hosting-error.ts';
import { listen } from './listen.ts';

export interface ServeOptions {
  /** The path of the site on the server; begins and ends with a slash. */
  readonly basePath?: string;
  readonly host?: string;
  /** 0 chooses a free port. */
  readonly port?: number;
  /** How many of the following ports may be used if `port` is in use. */
  readonly alternatives?: number;
}

export interface Served {
  /** With the base path, such as `http://localhost:4321/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Answers one request. `path` is below the base path, such as `/2026/`; `search` begins with `?` or is
 * empty.
 */
export type RequestHandler = (request: {
  readonly path: string;
  readonly search: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}) => Promise<void>;

/**
 * Serves a site below its base path, and redirects the base path without its final slash.
 *
 * @throws {HostingError} if the port cannot be used
 */
export async function serve(
  handle: RequestHandler,
  { basePath = '/', host = 'localhost', port = 0, alternatives = 0 }: ServeOptions,
): Promise<Served> {
  const server = createServer(async (request, response) => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        return answerText(response, 405, 'Method Not Allowed');
      }
      const [url, search] = splitQuery(request.url ?? '/');
      if (url.startsWith(basePath)) {
        const path = url.slice(basePath.length - 1);
        return await handle({ path, search, request, response });
      }
      if (`${url}/` === basePath) return redirect(response, 308, basePath + search);
      return answerText(response, 404, `Not Found. The publication is at ${basePath}`);
    } catch (error) {
      answerFailure(response, error);
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

function answerFailure(response: ServerResponse, error: unknown): void {
  // The client has closed the connection, which is not an error.
  if (codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || response.destroyed) return;
  console.error(error);
  if (response.headersSent) response.destroy();
  else answerText(response, 500, 'Internal Server Error');
}

/** Splits an address into its path and its query, without the fragment. */
export function splitQuery(address: string): [path: string, search: string] {
  const at = address.search(/[?#]/u);
  return at < 0
    ? [address, '']
    : [address.slice(0, at), address.slice(at).replace(/#.*$/u, '')];
}

export function redirect(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { location: to }).end();
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
