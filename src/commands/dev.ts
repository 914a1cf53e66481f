import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { choosePort } from '../hosting/listen.ts';
import type { Preview } from '../press/create-preview.ts';
import { loadPress } from '../press/load-press.ts';
import { pressAdapter } from '../press/press-adapter.ts';
import { mustBeApart } from './check-folders.ts';
import { endWhenReplaced, runCommand } from './run-command.ts';

const reload = { type: 'full-reload', path: '*' } as const;

type DevServer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:server:setup']>
>[0]['server'];

/** A page sends the state of the content folder that it shows when it connects. */
const shownEvent = 'dateline:shown';
const tellShown = `
const { preview } = document.documentElement.dataset;
if (preview) import.meta.hot?.send('${shownEvent}', preview);
`;

/** Where Astro's server takes `Astro.locals` from; its own adapters set it too. */
const localsKey = Symbol.for('astro.locals');

/**
 * Dateline's part of Astro's server: it answers with the sheets of the press, and has Astro render
 * those that are pages. `showChange` reloads all open pages; one that is loading at that moment
 * reloads when it connects.
 */
function livePreview(
  basePath: string,
  preview: Preview,
): { integration: AstroIntegration; showChange: () => void } {
  let server: DevServer | undefined;
  const integration: AstroIntegration = {
    name: 'dateline-live-preview',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('page', tellShown),
      'astro:server:setup': (setup) => {
        server = setup.server;
        server.ws.on(shownEvent, (state: string, client) => {
          if (state !== preview.state()) client.send(reload);
        });
        server.middlewares.use((request, response, next) => {
          answer(preview, basePath, request, response).then((done) => done || next(), next);
        });
      },
    },
  };
  const showChange = () => {
    // To each page: where none is connected, Vite would keep it for the next one.
    for (const client of server?.ws.clients ?? []) client.send(reload);
  };
  return { integration, showChange };
}

type AskedRequest = IncomingMessage & { originalUrl?: string | undefined };

/** True where the request is answered; the address of a page without its slash redirects. */
async function answer(
  preview: Preview,
  basePath: string,
  request: AskedRequest,
  response: ServerResponse,
): Promise<boolean> {
  const [path = '', query] = (request.originalUrl ?? request.url ?? '').split(/\?(.*)/su);
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  const file = fileOf(path, basePath);
  // Of Vite's own: `/@vite/client`, `/node_modules/vite/client.mjs`, `/src/browser/reader.ts`.
  if (file === undefined || /^@|^(?:node_modules|src)\/.*\.(?!html$)/u.test(file)) return false;
  if (wantsPage && !/\.[^/]*$|\/$/u.test(path)) {
    // Two slashes at the beginning would name another host.
    const location = `/${path.replace(/^\/+/u, '')}/${query ? `?${query}` : ''}`;
    response.writeHead(301, { location }).end();
    return true;
  }
  const answered = await preview.answer(file);
  if (answered === undefined) return false;
  if ('bytes' in answered) {
    response.writeHead(200, { 'content-type': answered.type, 'cache-control': 'no-cache' });
    response.end(answered.bytes);
    return true;
  }
  Reflect.set(request, localsKey, answered.locals);
  if (!answered.found) failTo(response, 404);
  return false;
}

/** `/news/2026/01/06/bridge/` -> `2026/01/06/bridge/index.html`; undefined outside of the site. */
function fileOf(path: string, basePath: string): string | undefined {
  if (!path.startsWith(basePath)) return undefined;
  try {
    const file = decodeURIComponent(path.slice(basePath.length)).normalize('NFC');
    return file === '' || file.endsWith('/') ? `${file}index.html` : file;
  } catch {
    return undefined;
  }
}

/** Gives an answer of Astro another status. */
function failTo(response: ServerResponse, status: number): void {
  const { writeHead } = response;
  response.writeHead = ((code: number, ...rest: []) =>
    writeHead.call(response, code === 200 ? status : code, ...rest)) as typeof writeHead;
}

/** `npm run dev`: serves the content folder as it is written, until it is stopped (Ctrl-C). */
await runCommand('dev', async ({ settings, terminal }) => {
  const { contentDir, basePath, cacheDir, host } = settings;
  mustBeApart(settings);
  const port = await choosePort(settings);
  const root = process.cwd();
  const folders = { root, contentDir: resolve(contentDir), cacheDir: resolve(cacheDir) };
  const { createPreview } = await loadPress(root, folders.cacheDir, 'createPreview');
  const { openLiveDesk } = await loadPress(root, folders.cacheDir, 'openLiveDesk');
  let readAll = async () => {};
  const preview = createPreview(folders, () => readAll());
  const { integration, showChange } = livePreview(basePath, preview);
  readAll = await openLiveDesk({ root, show: preview.show, onChange: showChange });
  // Astro would run a server in the background that no person seems to have started.
  process.env['ASTRO_DEV_BACKGROUND'] ??= '0';
  endWhenReplaced(root);
  const { dev } = await import('astro');
  const server = await dev({
    root,
    logLevel: 'error',
    server: { host, port },
    // In Astro's own server, `always` refuses files made by a route, such as /feed.xml.
    trailingSlash: 'ignore',
    base: basePath,
    output: 'server',
    adapter: pressAdapter(root),
    integrations: [integration],
    vite: { server: { strictPort: true }, cacheDir: resolve(cacheDir, 'vite') },
  });
  const name = host.includes(':') ? `[${host}]` : host;
  const address = `http://${name}:${server.address.port}${basePath}`;
  terminal.note({ address });
  terminal.print(`Dateline is at ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
});
