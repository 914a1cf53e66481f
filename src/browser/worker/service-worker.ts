import { Route, Router } from 'workbox-routing';
import { isOutdated } from '../offline/cache-rules.ts';
import { answerAsset, isAsset } from './asset-files.ts';
import { type OpenedPage, rememberPage } from './remember-page.ts';
import { answerPage, isPage } from './site-pages.ts';
import { scope, worker } from './worker-scope.ts';

// Nothing in here depends on what is published: a new deploy brings the same worker.
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      worker.clients.claim(),
      // A page is asked for while the worker starts, not after.
      worker.registration.navigationPreload?.enable(),
      deleteOutdated(),
    ]),
  );
});
worker.addEventListener('message', (event) => {
  event.waitUntil(rememberPage(event.data as OpenedPage, event));
});

/** What is opened and is no page: feeds, Markdown copies, attachments. */
const isDocument: Route['match'] = ({ request }) => request.mode === 'navigate';

const router = new Router();
router.registerRoute(new Route(isPage, answerPage));
router.registerRoute(new Route(isDocument, passOn));
router.registerRoute(new Route(isAsset, answerAsset));
router.addFetchListener();

async function deleteOutdated(): Promise<void> {
  const outdated = (await caches.keys()).filter((name) => isOutdated(name, scope));
  await Promise.all(outdated.map((name) => caches.delete(name)));
}

/**
 * Hands on what the network sent. The browser asked for it when the worker started
 * (`navigationPreload`), and would ask a second time if nobody took it.
 */
async function passOn({
  request,
  event,
}: {
  request: Request;
  event: ExtendableEvent;
}): Promise<Response> {
  const preloaded: Response | undefined = await (event as FetchEvent).preloadResponse;
  return preloaded ?? fetch(request);
}
