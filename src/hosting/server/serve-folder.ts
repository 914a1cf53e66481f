import { resolve } from 'node:path';
import { contentType } from '../content-type.ts';
import { headersFor, loadHostRules, redirectFor } from './host-rules.ts';
import { locateFile, locateNotFoundPage } from './locate-file.ts';
import { sendFile } from './send-file.ts';
import {
  answerText,
  type RequestHandler,
  redirect,
  type Served,
  type ServeOptions,
  serve,
  splitQuery,
} from './serve.ts';

/**
 * Serves a folder as a CDN does: `dir/` is its index.html, `dir` redirects to it, and a missing file
 * is the nearest 404.html with status 404. It applies `_headers` and `_redirects`, whose paths begin
 * at the root of the folder, without the base path; targets of redirects are sent as written. Every
 * request reads the disk, so a new build is visible at once.
 *
 * @throws {HostingError} if the port cannot be used
 */
export function serveFolder(folder: string, options: ServeOptions = {}): Promise<Served> {
  const root = resolve(folder);
  const { basePath = '/' } = options;
  return serve((request) => answer({ root, basePath }, request), options);
}

/** Headers that hosts send where no rule sets them. */
const DEFAULTS = { 'cache-control': 'public, max-age=0, must-revalidate' };

async function answer(
  { root, basePath }: { readonly root: string; readonly basePath: string },
  { path, search, request, response }: Parameters<RequestHandler>[0],
): Promise<void> {
  const rules = await loadHostRules(root);
  const found = await locateFile(root, path);
  // As on Cloudflare, a redirect has precedence over a file at the same address.
  const moved = redirectFor(rules.redirects, path, search);
  if (moved !== undefined && moved.status >= 300 && moved.status < 400)
    return redirect(response, moved.status, moved.to);
  // A rule with status 200 or 404 sends a file without a redirect.
  const shown = moved === undefined ? found : await locateFile(root, splitQuery(moved.to)[0]);
  if (shown.kind === 'folder') {
    return redirect(response, 308, basePath + shown.to.slice(1) + search);
  }
  const isFound = shown.kind === 'file' && moved?.status !== 404;
  const file = shown.kind === 'file' ? shown.path : await locateNotFoundPage(root, path);
  if (file === undefined) return answerText(response, 404, 'Not Found');
  const defaults = { ...DEFAULTS, 'content-type': contentType(file) };
  const headers = headersFor(rules.headers, path, defaults);
  // The next build may create the file.
  if (!isFound) headers.set('cache-control', 'no-store').set('content-type', contentType(file));
  return sendFile(request, response, file, headers, isFound ? 200 : 404);
}
