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
        server.middlewares.use(answerAsHost(`${basePath}assets/`));
      },
    },
  };
  const showChange = () => {
    for (const name of ['ssr', 'prerender'])
      server?.environments[name]?.hot.send('astro:content-changed', {});
    server?.environments['client']?.hot.send({ type: 'full-reload', path: '*' });
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
