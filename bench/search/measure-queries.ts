import { setTimeout } from 'node:timers/promises';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';
import { watchSizes } from '../../tests/search/watch-sizes.ts';
import { findFreePort } from '../reading/find-free-port.ts';
import { launchBrowser } from '../reading/launch-browser.ts';
import type { SearchLanguage } from './news-words.ts';
import { searchQueries } from './search-queries.ts';

/** What one search loads. */
export interface QueryCost {
  readonly language: SearchLanguage;
  readonly kind: string;
  readonly query: string;
  /** As the page says it. */
  readonly status: string;
  readonly bytes: number;
  readonly requests: number;
  /** The largest files. */
  readonly largest: readonly string[];
  readonly milliseconds: number;
}

/** Measures what each kind of search loads for a reader who comes for the first time. */
export async function measureQueries(
  outDir: string,
  language: SearchLanguage,
  articles: number,
): Promise<QueryCost[]> {
  const port = await findFreePort();
  const { close } = await serveFolder(outDir, { host: 'localhost', port });
  const browser = await launchBrowser();
  const costs: QueryCost[] = [];
  try {
    for (const [kind, query] of Object.entries(searchQueries(language, articles))) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/404.html`);
      const sizes = await watchSizes(page);
      const started = performance.now();
      const address = `/${language === 'en' ? '' : `${language}/`}search/?q=${encodeURIComponent(query)}`;
      await page.goto(`http://localhost:${port}${address}`);
      const text = page.locator('.search-status');
      await page.waitForFunction(() => {
        const status = document.querySelector('.search-status')?.textContent ?? '';
        return /\d|No |없/u.test(status) && !status.endsWith('…');
      });
      const milliseconds = performance.now() - started;
      const status = await text.innerText();
      await settle(sizes);
      const own = [...sizes].filter(([url]) => /\/search\/files\/|\/open-search\./u.test(url));
      const largest = own
        .toSorted(([, a], [, b]) => b - a)
        .map(([url, size]) => `${url.replace(/^.*\/files\//u, '')} ${size}`)
        .slice(0, 12);
      const bytes = own.reduce((sum, [, size]) => sum + size, 0);
      costs.push({
        language,
        kind,
        query,
        status,
        bytes,
        requests: own.length,
        milliseconds,
        largest,
      });
      await context.close();
    }
  } finally {
    await browser.close();
    await close();
  }
  return costs;
}

/** Waits until nothing has been loaded for a while. */
async function settle(sizes: ReadonlyMap<string, number>): Promise<void> {
  const sum = () => [...sizes.values()].reduce((total, size) => total + size, 0);
  for (let before = -1; before !== sum(); ) {
    before = sum();
    await setTimeout(700);
  }
}
