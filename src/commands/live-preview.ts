import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { contentType } from '../hosting/content-type.ts';
import { liveSite } from '../newsroom/live-site.ts';

const reload = { type: 'full-reload', path: '*' } as const;

type DevServer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:server:setup']>
>[0]['server'];

/** A page sends which state of the content folder it shows as soon as it is connected. */
const shownEvent = 'dateline:shown';
const tellShown = `
const { preview } = document.documentElement.dataset;
if (preview) import.meta.hot?.send('${shownEvent}', preview);
`;

/**
 * Dateline's part of Astro's server: what hosts do and Astro does not. `showChange` makes Astro
 * forget the addresses that it knows, and all open pages reload. A page that was not connected at
 * that moment, since it was just loading, reloads when it connects.
 */
export function livePreview(basePath: string): {
  integration: AstroIntegration;
  showChange: () => void;
} {
  let server: DevServer | undefined;
  const integration: AstroIntegration = {
    name: 'dateline-live-preview',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('page', tellShown),
      'astro:server:setup': (setup) => {
        server = setup.server;
        server.ws.on(shownEvent, (state: string, client) => {
          if (state !== liveSite()?.preview?.state) client.send(reload);
        });
        server.middlewares.use(answerAsHost(`${basePath}assets/`));
      },
    },
  };
  const showChange = () => {
    for (const name of ['ssr', 'prerender'])
      server?.environments[name]?.hot.send('astro:content-changed', {});
    // To each page: Vite would keep it for the next page where none is connected.
    for (const client of server?.ws.clients ?? []) client.send(reload);
  };
  return { integration, showChange };
}

/** A page's address without its slash leads to the page; a file has the type of its name. */
function answerAsHost(assets: string) {
  return (
    request: IncomingMessage & { originalUrl?: string | undefined },
    response: ServerResponse,
    next: () => void,
  ): void => {
    const [path = '', query] = (request.originalUrl ?? request.url ?? '').split(/\?(.*)/su);
    const wantsPage = request.headers.accept?.includes('text/html');
    if (wantsPage && !/^\/@|\.[^/]*$|\/$/u.test(path)) {
      response.writeHead(301, { location: `${path}/${query ? `?${query}` : ''}` }).end();
      return;
    }
    if (path.startsWith(assets)) response.setHeader('content-type', contentType(path));
    next();
  };
}
