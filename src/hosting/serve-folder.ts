import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { contentType } from './content-type.ts';
import { headersFor, loadHostRules, redirectFor } from './host-rules.ts';
import { codeOf } from './hosting-error.ts';
import { listen } from './listen.ts';
import { locateFile, locateNotFoundPage } from './locate-file.ts';
import { sendFile } from './send-file.ts';

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
 * Serves a folder as a CDN does: `dir/` is its index.html, `dir` redirects there, a missing file is
 * the nearest 404.html with status 404. It obeys `_headers` and `_redirects`, whose paths begin at
 * the root of the folder, without the base path; targets of redirects are sent as written. Every
 * request reads the disk, so a new build shows at once.
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
      await answer({ root, basePath }, request, response);
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
  else response.writeHead(500, { 'content-type': 'text/plain' }).end('This is a fault.\n');
}

/** What hosts send without a rule. */
const DEFAULTS = { 'cache-control': 'public, max-age=0, must-revalidate' };

async function answer(
  { root, basePath }: { readonly root: string; readonly basePath: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return answerPlainly(response, 405, 'Only GET and HEAD are answered here.');
  }
  const [asked, search] = splitQuery(request.url ?? '/');
  if (!asked.startsWith(basePath)) {
    if (`${asked}/` === basePath) return redirect(response, 308, basePath + search);
    return answerPlainly(response, 404, `Nothing is here. The publication is at ${basePath}`);
  }
  const path = asked.slice(basePath.length - 1);
  const rules = await loadHostRules(root);
  const found = await locateFile(root, path);
  // As on Cloudflare, a redirect has precedence over a file of its address.
  const moved = redirectFor(rules.redirects, path, search);
  if (moved !== undefined && moved.status >= 300 && moved.status < 400)
    return redirect(response, moved.status, moved.to);
  // With another status: the answer is a file, at the address that was asked for.
  const shown = moved === undefined ? found : await locateFile(root, splitQuery(moved.to)[0]);
  if (shown.kind === 'folder') {
    return redirect(response, 308, basePath + shown.to.slice(1) + search);
  }
  const isFound = shown.kind === 'file' && moved?.status !== 404;
  const file = shown.kind === 'file' ? shown.path : await locateNotFoundPage(root, path);
  if (file === undefined) return answerPlainly(response, 404, 'Nothing is here.');
  const defaults = { ...DEFAULTS, 'content-type': contentType(file) };
  const headers = headersFor(rules.headers, path, defaults);
  // The file may exist soon.
  if (!isFound) headers.set('cache-control', 'no-store').set('content-type', contentType(file));
  return sendFile(request, response, file, headers, isFound ? 200 : 404);
}

function splitQuery(address: string): [path: string, search: string] {
  const at = address.search(/[?#]/u);
  return at < 0
    ? [address, '']
    : [address.slice(0, at), address.slice(at).replace(/#.*$/u, '')];
}

function redirect(response: ServerResponse, status: number, to: string): void {
  response.writeHead(status, { location: to }).end();
}

function answerPlainly(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
