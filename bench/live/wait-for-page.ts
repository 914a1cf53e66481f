import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two requests to a server that does not answer yet. */
const pause = 20;

/** Waits until a server answers with a page, or until the signal aborts. */
export async function waitForPage(address: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await loadPage(address)) === undefined) await delay(pause);
}

/**
 * Waits until a page contains a word. Requests the page after each message that open pages get,
 * and then stops listening.
 */
export async function waitForWord(
  messages: AsyncIterable<unknown>,
  address: string,
  word: string,
): Promise<void> {
  for await (const _ of messages) if ((await loadPage(address))?.includes(word)) return;
  throw new Error('the live preview sends no more messages');
}

/** Requests a page. Returns undefined if the server does not exist or has an error. */
async function loadPage(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    const text = await answer.text();
    return answer.ok ? text : undefined;
  } catch {
    return undefined;
  }
}
