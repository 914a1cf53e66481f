import { onFirstUse } from '../page/on-click.ts';
import { onceShown, onIdleAfterLoad } from '../page/on-idle.ts';
import { pageFile, siteFolder } from '../page/site-files.ts';
import type { OpenedPage } from '../worker/remember-page.ts';
import { cacheName, pageKey } from './cache-rules.ts';

/**
 * Makes pages available offline in browsers that support it: the page reports to the worker that it
 * was opened, and its button saves it. Not in the dev preview, whose pages change constantly.
 */
export function startOffline(): void {
  if ('preview' in document.documentElement.dataset) return;
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  if (document.body.matches('.page-offline'))
    void import('./list-saved.ts').then(({ listSaved }) => listSaved());
  startButton();
  onceShown(() => onIdleAfterLoad(() => void reportToWorker()));
}

async function reportToWorker(): Promise<void> {
  try {
    const { serviceWorker } = navigator;
    await serviceWorker.register(new URL('sw.js', siteFolder()));
    const { active } = await serviceWorker.ready;
    const manifest = document.querySelector<HTMLLinkElement>('[rel=manifest]');
    const opened: OpenedPage = {
      assets: [
        ...performance.getEntriesByType('resource').map(({ name }) => name),
        // Needed on first use, perhaps without a network.
        ...(['settings', 'words'] as const).map(
          (name) => new URL(pageFile(name), location.href).href,
        ),
      ],
      // The offline page of an edition is beside its manifest.
      fallback: manifest ? new URL('offline/', manifest.href).href : undefined,
      page: document.body.matches('.page-offline') ? undefined : location.href,
    };
    active?.postMessage(opened);
  } catch {
    // Service workers are not allowed here: the page works without one.
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
