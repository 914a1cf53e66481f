import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cost, startMeasured } from '../measure/run-measured.ts';
import { findFreePort } from '../reading/find-free-port.ts';
import type { Site } from '../tools/tool.ts';
import { toArticleAddress } from './to-article-address.ts';
import { waitForPage, waitForWord } from './wait-for-page.ts';

/** A running live preview. */
export interface LivePreview {
  /** The cost from the start until the first response with the page of the site's article. */
  readonly start: Cost;
  /**
   * Saves the article with one more word at its end. Returns the cost until the page, requested
   * again after a message to open pages, contains the word. Memory is the peak since the start.
   */
  readonly edit: (word: string) => Promise<Cost>;
  readonly close: () => Promise<void>;
}

/** The timeout for an expected event, in milliseconds. */
const TIMEOUT_MS = 300_000;

/** Milliseconds to wait before an edit, so that the previous one is finished. */
const rest = 500;

/** Starts the live preview of a site. Throws if it ends or does not answer. */
export async function openLivePreview(site: Site): Promise<LivePreview> {
  const { command, contentDir, article } = site;
  const file = join(contentDir, article);
  const content = await readFile(file, 'utf8');
  const host = `localhost:${await findFreePort()}`;
  const address = `http://${host}${toArticleAddress(article, content)}`;
  const [, PORT = ''] = host.split(':');
  const running = startMeasured({ ...command, env: { ...command.env, PORT } });

  const inTime = async (what: string, wait: (signal: AbortSignal) => Promise<unknown>) => {
    const done = new AbortController();
    const late = delay(TIMEOUT_MS, undefined, { signal: done.signal });
    try {
      await Promise.race([
        wait(done.signal),
        running.ended.then(() => Promise.reject(new Error('the live preview has ended'))),
        late.then(() =>
          Promise.reject(new Error(`${what}: not within ${TIMEOUT_MS / 1000} s`)),
        ),
      ]);
    } finally {
      done.abort();
    }
  };

  try {
    await inTime(`a page at ${address}`, (signal) => waitForPage(address, signal));
    const start = running.cost();
    return {
      start,
      edit: async (word) => {
        // Listens for changes, as a page in a browser does.
        const { body: messages } = await fetch(`http://${host}/@changes`);
        if (messages === null) throw new Error('the live preview sends no messages');
        await delay(rest);
        const before = running.cost();
        const saved = performance.now();
        const shown = waitForWord(messages, address, word);
        await writeFile(file, `${content.trimEnd()} ${word}.\n`);
        await inTime(`"${word}" of ${file} at ${address}`, () => shown);
        const seconds = (performance.now() - saved) / 1000;
        const { cpuSeconds, peakBytes } = running.cost();
        return { seconds, cpuSeconds: subtract(cpuSeconds, before.cpuSeconds), peakBytes };
      },
      close: () => running.stop(),
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function subtract(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before;
}
