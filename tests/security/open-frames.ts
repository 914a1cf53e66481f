import type { Browser, BrowserContext } from 'playwright-core';

/** What documents did when they were opened and everything in them was touched. */
export interface Conduct {
  /** Numbers that scripts called `pwned` with. */
  readonly ran: Set<number>;
  /** Hosts other than the site's own that were asked for something. */
  readonly asked: Set<string>;
}

export const site = 'https://news.example';

/** Frames in one page: few enough to be loaded side by side. */
const batch = 30;

/** Milliseconds that a page of frames may take to do what is expected of it. */
const patience = 60_000;

/**
 * Opens documents, by their numbers, without any policy, each in a frame of its own that is of the
 * site's origin, and touches all that is in them until `isDone` says that each did what is
 * expected of it, or it took too long.
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
    const end = Date.now() + patience;
    // Some of what a frame asks for never comes, so that no event says when it is loaded.
    while (!own.every((number) => isDone(number, conduct)) && Date.now() < end) {
      await page.evaluate(touchFrames, String(touchAll));
      await page.waitForTimeout(100);
    }
    await page.close();
  };
  for (let start = 0; start < numbers.length; start += 2 * batch)
    await Promise.all([open(start), open(start + batch)]);
  await context.close();
  return conduct;
}

/** A context that lets everything run, and notes what runs and who is asked. */
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
 * Runs in a page: points at, focuses and clicks everything there is, without leaving for another
 * document.
 */
export function touchAll(view: Window = window): void {
  const { document } = view;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a, area');
    const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? '';
    // A program's address is left alone: the browser is to judge it.
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

/** Runs in a page of frames. */
function touchFrames(code: string): void {
  const touch = new Function('view', `return (${code})(view)`);
  for (const frame of document.querySelectorAll('iframe')) {
    try {
      if (frame.contentDocument) touch(frame.contentWindow);
    } catch {
      // It has gone elsewhere already.
    }
  }
}

function framesOf(numbers: readonly number[]): string {
  const frames = numbers.map((number) => `<iframe src="/document/${number}"></iframe>`);
  return `<!doctype html><title>Frames</title>${frames.join('')}`;
}
