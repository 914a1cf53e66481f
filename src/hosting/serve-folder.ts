import { createServer, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { answerRequest } from './answer-request.ts';
import { codeOf } from './hosting-error.ts';
import { listen } from './listen.ts';

export interface ServeFolderOptions {
  /** Where the folder is mounted: begins and ends with a slash. */
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

/**
 * Serves a folder the way a CDN does: `dir/` is its index.html, `dir` leads there, what is not
 * there is the nearest 404.html with status 404, `_headers` and `_redirects` are obeyed. These
 * two see addresses as their host does, from the root of the folder, without the base path; the
 * target of a redirect goes out as written. Every request looks at the disk, so a new build
 * shows at once.
 *
 * @throws {HostingError} when the port cannot be had
 */
export async function serveFolder(
  folder: string,
  { basePath = '/', host = 'localhost', port = 0, alternatives = 0 }: ServeFolderOptions = {},
): Promise<Served> {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    try {
      await answerRequest({ root, basePath }, request, response);
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
  // The reader went away before the end: nothing is wrong.
  if (codeOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || response.destroyed) return;
  console.error(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'content-type': 'text/plain' }).end('This is a fault.\n');
}
