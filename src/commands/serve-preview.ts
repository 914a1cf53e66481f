import type { ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { sendFile } from '../hosting/server/send-file.ts';
import { answerText, type Served, type ServeOptions, serve } from '../hosting/server/serve.ts';
import type { PreviewResponse } from '../press/create-preview.ts';
import type { OpenedPreview } from '../press/open-preview.ts';

/** Server-sent events about changes, below the base path. No article can have this address. */
const changesPath = '/@changes';

/**
 * A script that reloads a page when the preview is no longer in `state`. A page in the background does
 * not listen, because a browser opens at most six connections to a server; it checks when it is visible
 * again.
 */
export function followScript(basePath: string, state: string): string {
  const address = JSON.stringify(basePath + changesPath.slice(1));
  return `<script type="module">
let source;
const follow = () => {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(${address});
  source.onmessage = ({ data }) => {
    if (data !== ${JSON.stringify(state)}) location.reload();
  };
};
for (const event of ['visibilitychange', 'pageshow']) addEventListener(event, follow);
follow();
</script>`;
}

/** Serves the dev preview, and reloads open pages when it changes. */
export function servePreview(
  preview: OpenedPreview,
  options: ServeOptions & { readonly basePath: string; readonly host: string },
): Promise<Served> {
  const { basePath, host } = options;
  return serve(async ({ path, search, request, response }) => {
    const name = nameOf(request.headers.host);
    if (!isOwnName(name, host)) {
      const cure = `Set HOST to ${name} to use the preview under this name.`;
      return answerText(response, 403, `The preview is at ${host}. ${cure}`);
    }
    if (path === changesPath) return sendChanges(preview, response);
    const answer = await preview
      .answer(path)
      .catch((error) => errorPage(error, basePath, preview));
    if (answer === undefined) return answerText(response, 404, 'Not Found');
    if ('to' in answer) {
      const location = basePath + answer.to.slice(1) + search;
      // Not cached: a page may have this address later.
      response.writeHead(308, { location, 'cache-control': 'no-store' }).end();
      return;
    }
    if ('path' in answer) {
      const headers = new Map([
        ['content-type', answer.type],
        ['cache-control', 'no-cache'],
      ]);
      return sendFile(request, response, answer.path, headers, answer.status);
    }
    const { status, type, bytes } = answer;
    response.writeHead(status, {
      'content-type': type,
      'content-length': bytes.length,
      'cache-control': status === 200 ? 'no-cache' : 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }, options);
}

/** Sends the state now and after each change, until the page is closed. */
function sendChanges(preview: OpenedPreview, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = () => response.write(`retry: 500\ndata: ${preview.state()}\n\n`);
  response.on('close', preview.follow(send));
  send();
}

type PreviewBytes = Extract<PreviewResponse, { readonly bytes: Uint8Array }>;

/** A page with an error of a template or a script. It reloads when the code has changed. */
function errorPage(error: unknown, basePath: string, preview: OpenedPreview): PreviewBytes {
  // Its message is made for people, and its stack says nothing.
  const isTheirs = error instanceof Error && error.name === 'InvalidTheme';
  console.error(isTheirs ? error.message : error);
  const text = (isTheirs ? error.message : String(error)).replace(
    /[&<]/gu,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
  const html = `<!doctype html><meta charset="utf-8"><title>Error</title>${followScript(basePath, preview.state())}<style>pre{white-space:pre-wrap;overflow-wrap:anywhere}</style><pre>${text}</pre>`;
  return { bytes: Buffer.from(html), type: 'text/html; charset=utf-8', status: 500 };
}

/** `localhost:4321` -> `localhost`. */
function nameOf(header = ''): string {
  return header
    .replace(/:\d*$/u, '')
    .replace(/^\[(.*)\]$/u, '$1')
    .toLowerCase();
}

/**
 * Whether a request names this machine. Otherwise a foreign page whose host name resolves to this
 * machine could read drafts (DNS rebinding).
 */
function isOwnName(name: string, host: string): boolean {
  return isIP(name) !== 0 || /^(?:.*\.)?localhost$/u.test(name) || name === host.toLowerCase();
}
