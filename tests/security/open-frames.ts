import type { Browser, BrowserContext } from 'playwright-core';

/** What documents did when everything in them was clicked. */
export interface Conduct {
  /** Numbers that scripts passed to `pwned`. */
  readonly ran: Set<number>;
  /** Other hosts that received a request. */
  readonly asked: Set<string>;
}

export const site = 'https://news.example';

/** Frames in one page, few enough to load at the same time. */
const batch = 30;

/** The timeout for one page of frames. */
const TIMEOUT_MS = 60_000;

/**
 * Opens documents without a policy, each in a frame with the site's origin, and clicks everything
 * in each until `isDone` returns true for its number, or until the timeout.
 */
export async function openFrames(
  browser: Browser,
  documents: ReadonlyMap<number, string>,
  isDone: (number: number, conduct: Conduct) => boolean,
): Promise<Conduct> {
  const conduct = { ran: new Set<number>(), asked: new Set<string>() };
  const numbers = [...documents.keys()];
  const context = await watchedContext(browser, conduct);
  await context.route(`${site}/**`, (route) => {
    const [, kind, value] = new URL(route.request().url()).pathname.split('/');
    const body =
      kind === 'document'
        ? documents.get(Number(value))
        : kind === 'batch'
          ? framesOf(numbers.slice(Number(value), Number(value) + batch))
          : undefined;
    if (body === undefined) return route.abort();
    return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });
  const open = async (start: number): Promise<void> => {
    const page = await context.newPage();
    await page.goto(`${site}/batch/${start}`, { waitUntil: 'domcontentloaded' });
    const own = numbers.slice(start, start + batch);
    const end = Date.now() + TIMEOUT_MS;
    // Some requests of a frame never finish, so no event reports that it is loaded.
    for (;;) {
      const waiting = own.flatMap((number, n) => (isDone(number, conduct) ? [] : [n]));
      if (waiting.length === 0 || Date.now() > end) break;
      await page.evaluate(touchFrames, [waiting, String(touchAll)] as const);
      await page.waitForTimeout(100);
    }
    await page.close();
  };
  for (let start = 0; start < numbers.length; start += 2 * batch)
    await Promise.all([open(start), open(start + batch)]);
  await context.close();
  return conduct;
}

/**
 * A browser context without a policy that records which scripts run and which hosts are requested.
 */
export async function watchedContext(
  browser: Browser,
  { ran, asked }: Conduct,
): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
  await context.exposeBinding('pwned', (_, number: unknown) => ran.add(Number(number)));
  await context.route('**/*', (route) => {
    asked.add(new URL(route.request().url()).host);
    return route.abort();
  });
  return context;
}

/**
 * Runs in a page: points at, focuses and clicks every element, and prevents navigation.
 */
export function touchAll(view: Window = window): void {
  const { document } = view;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a, area');
    const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
    // The browser decides about script URLs.
    if (link && !/^[\s\p{Cc}]*(?:java|data)/iu.test(href)) event.preventDefault();
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const own = (event as SubmitEvent).submitter?.getAttribute('formaction');
    if (!/javascript:/iu.test(`${form.getAttribute('action')} ${own}`)) event.preventDefault();
  });
  for (const element of document.querySelectorAll('*')) {
    for (const type of ['pointerenter', 'mouseover', 'focus', 'click'])
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    if (element.localName === 'details') element.toggleAttribute('open');
  }
}

/** Runs in a page of frames: touches everything in some of them. */
function touchFrames([indices, code]: readonly [readonly number[], string]): void {
  const touch = new Function('view', `return (${code})(view)`);
  const frames = document.querySelectorAll('iframe');
  for (const index of indices) {
    const frame = frames[index];
    try {
      if (frame?.contentDocument) touch(frame.contentWindow);
    } catch {
      // It has already navigated elsewhere.
    }
  }
}

function framesOf(numbers: readonly number[]): string {
  const frames = numbers.map((number) => `<iframe src="/document/${number}"></iframe>`);
  return `<!doctype html><title>Frames</title>${frames.join('')}`;
}
