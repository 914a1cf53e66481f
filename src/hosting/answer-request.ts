import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentType } from './content-type.ts';
import { headersFor } from './headers-file.ts';
import { loadHostRules } from './load-host-rules.ts';
import { locateFile, locateNotFoundPage } from './locate-file.ts';
import { type Redirect, redirectFor } from './redirects-file.ts';
import { sendFile } from './send-file.ts';

/** A folder, and where it is mounted: `basePath` begins and ends with a slash. */
export interface Mount {
  readonly root: string;
  readonly basePath: string;
}

/** What hosts say when no rule says otherwise. */
const DEFAULTS = { 'cache-control': 'public, max-age=0, must-revalidate' };

/** Answers one request for a file of a folder. */
export async function answerRequest(
  { root, basePath }: Mount,
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
  // As Cloudflare has it, a redirect goes before a file of its address.
  const moved = redirectFor(rules.redirects, path, search);
  if (moved !== undefined && isElsewhere(moved))
    return redirect(response, moved.status, moved.to);
  const shown = moved === undefined ? found : await locateFile(root, splitQuery(moved.to)[0]);
  if (shown.kind === 'folder') {
    return redirect(response, 308, basePath + shown.to.slice(1) + search);
  }
  const isFound = shown.kind === 'file' && moved?.status !== 404;
  const file = shown.kind === 'file' ? shown.path : await locateNotFoundPage(root, path);
  if (file === undefined) return answerPlainly(response, 404, 'Nothing is here.');
  const defaults = { ...DEFAULTS, 'content-type': contentType(file) };
  const headers = headersFor(rules.headers, path, defaults);
  // What is not there may be there soon.
  if (!isFound) headers.set('cache-control', 'no-store').set('content-type', contentType(file));
  return sendFile(request, response, file, headers, isFound ? 200 : 404);
}

/** The others answer with a file of ours, under the address that was asked for. */
function isElsewhere({ status }: Redirect): boolean {
  return status >= 300 && status < 400;
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
