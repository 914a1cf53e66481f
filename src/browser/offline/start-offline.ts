import { onFirstUse } from '../page/on-click.ts';
import { pageFile, siteFolder } from '../page/site-files.ts';
import type { OpenedPage } from '../worker/remember-page.ts';
import { cacheName, pageKey } from './cache-rules.ts';

/**
 * Lets pages be read without a network, in browsers that have what it takes: the page tells the
 * worker that it was opened, its button keeps it on purpose. Not in the live preview, whose
 * pages change with every key.
 */
export function startOffline(): void {
  if ('preview' in document.documentElement.dataset) return;
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  if (document.body.matches('.page-offline'))
    void import('./list-saved.ts').then(({ listSaved }) => listSaved());
  startButton();
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', onceLoaded, { once: true });
  else onceLoaded();
}

function onceLoaded(): void {
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(() => void tellWorker());
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

async function tellWorker(): Promise<void> {
  try {
    const { serviceWorker } = navigator;
    await serviceWorker.register(new URL('sw.js', siteFolder()));
    const { active } = await serviceWorker.ready;
    const manifest = document.querySelector<HTMLLinkElement>('[rel=manifest]');
    const told: OpenedPage = {
      assets: [
        ...performance.getEntriesByType('resource').map(({ name }) => name),
        // Needed on first use, perhaps without a network.
        ...(['settings', 'words'] as const).map(
          (name) => new URL(pageFile(name), location.href).href,
        ),
      ],
      // An edition's offline page lies beside its manifest.
      fallback: manifest ? new URL('offline/', manifest.href).href : undefined,
      page: document.body.matches('.page-offline') ? undefined : location.href,
    };
    active?.postMessage(told);
  } catch {
    // Not allowed here: all is as it would be without a worker.
  }
}

function startButton(): void {
  const button = document.querySelector<HTMLElement>('.keep-offline');
  if (!button) return;
  const load = () => import('./keep-button.ts');
  button.dataset['ready'] = '';
  onFirstUse(button, async () => (await load()).useKeepButton);
  void caches
    .match(pageKey(location.href), { cacheName: cacheName('kept', siteFolder()) })
    .then(async (kept) => kept && (await load()).showKept(button))
    .catch(() => {});
}
