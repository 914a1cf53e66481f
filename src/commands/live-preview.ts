import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { contentType } from '../hosting/content-type.ts';

type DevServer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:server:setup']>
>[0]['server'];

/**
 * Dateline's part of Astro's server: what hosts do and Astro does not. `showChange` makes Astro
 * forget the addresses that it knows and open pages load again.
 */
export function livePreview(basePath: string): {
  integration: AstroIntegration;
  showChange: () => void;
} {
  let server: DevServer | undefined;
  const integration: AstroIntegration = {
    name: 'dateline-live-preview',
    hooks: {
      'astro:server:setup': (setup) => {
        server = setup.server;
        reloadOnlyOldPages(server);
        server.middlewares.use(answerAsHost(`${basePath}assets/`));
      },
    },
  };
  const showChange = () => {
    for (const name of ['ssr', 'prerender'])
      server?.environments[name]?.hot.send('astro:content-changed', {});
    server?.ws.send({ type: 'full-reload', path: '*' });
  };
  return { integration, showChange };
}

/**
 * Vite keeps a message to load again until a page is open, and tells the next page, which is
 * already up to date. Only a page that was answered before the message must hear of it.
 */
function reloadOnlyOldPages({ middlewares, ws }: DevServer): void {
  let isLoading = false;
  middlewares.use((request: IncomingMessage, _: ServerResponse, next: () => void) => {
    if (asksForPage(request)) isLoading = true;
    next();
  });
  ws.on('vite:client:connect', () => {
    isLoading = false;
  });
  const send = ws.send.bind(ws) as (...message: unknown[]) => void;
  const sendIfNews = (...message: unknown[]) => {
    const [payload] = message as [{ readonly type?: string } | string];
    const isReload = typeof payload === 'object' && payload.type === 'full-reload';
    if (!isReload || isLoading || ws.clients.size > 0) send(...message);
  };
  ws.send = sendIfNews as typeof ws.send;
}

function asksForPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') === true;
}

/** A page's address without its slash leads to the page; a file has the type of its name. */
function answerAsHost(assets: string) {
  return (
    request: IncomingMessage & { originalUrl?: string | undefined },
    response: ServerResponse,
    next: () => void,
  ): void => {
    const [path = '', query] = (request.originalUrl ?? request.url ?? '').split(/\?(.*)/su);
    if (asksForPage(request) && !/^\/@|\.[^/]*$|\/$/u.test(path)) {
      response.writeHead(301, { location: `${path}/${query ? `?${query}` : ''}` }).end();
      return;
    }
    if (path.startsWith(assets)) response.setHeader('content-type', contentType(path));
    next();
  };
}
