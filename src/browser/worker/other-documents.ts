import type { Route } from 'workbox-routing';

/** What is opened and is no page: feeds, Markdown copies, attachments. */
export const isDocument: Route['match'] = ({ request }) => request.mode === 'navigate';

/**
 * Hands on what the network sent. The browser asked for it when the worker started
 * (`navigationPreload`), and would ask a second time if nobody took it.
 */
export async function passOn({
  request,
  event,
}: {
  request: Request;
  event: ExtendableEvent;
}): Promise<Response> {
  const preloaded: Response | undefined = await (event as FetchEvent).preloadResponse;
  return preloaded ?? fetch(request);
}
