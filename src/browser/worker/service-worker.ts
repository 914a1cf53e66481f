import { Route, Router } from 'workbox-routing';
import { isOutdated } from '../offline/cache-rules.ts';
import { answerAsset, isAsset } from './asset-files.ts';
import { type OpenedPage, rememberPage } from './remember-page.ts';
import { answerPage, isPage } from './site-pages.ts';
import { scope, worker } from './worker-scope.ts';

// The worker does not depend on what is published: a new deploy has the same one.
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      worker.clients.claim(),
      // The browser requests a page while the worker starts, not after.
      worker.registration.navigationPreload?.enable(),
      deleteOutdated(),
    ]),
  );
});
worker.addEventListener('message', (event) => {
  event.waitUntil(rememberPage(event.data as OpenedPage, event));
});

/** Documents that are not pages: feeds, Markdown versions, attachments. */
const isDocument: Route['match'] = ({ request }) => request.mode === 'navigate';

const router = new Router();
router.registerRoute(new Route(isPage, answerPage));
router.registerRoute(new Route(isDocument, answerDocument));
router.registerRoute(new Route(isAsset, answerAsset));
router.addFetchListener();

async function deleteOutdated(): Promise<void> {
  const outdated = (await caches.keys()).filter((name) => isOutdated(name, scope));
  await Promise.all(outdated.map((name) => caches.delete(name)));
}

/**
 * Answers from the network. The browser sent the request when the worker started
 * (`navigationPreload`); a `fetch` would send it a second time.
 */
async function answerDocument({
  request,
  event,
}: {
  request: Request;
  event: ExtendableEvent;
}): Promise<Response> {
  const preloaded: Response | undefined = await (event as FetchEvent).preloadResponse;
  return preloaded ?? fetch(request);
}
