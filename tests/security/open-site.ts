import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { lookAtPage, type SeenPage } from './look-at-page.ts';
import { type Conduct, site, touchAll, watchedContext } from './open-frames.ts';

/** Frames in one page, each with a whole page of the site. */
const batch = 16;

/**
 * Opens pages of a built site by address without a policy, each in a frame. Examines each, then
 * clicks everything in it.
 */
export async function openSite(
  browser: Browser,
  outDir: string,
  addresses: readonly string[],
): Promise<Conduct & { readonly pages: ReadonlyMap<string, SeenPage> }> {
  const conduct = { ran: new Set<number>(), asked: new Set<string>() };
  const pages = new Map<string, SeenPage>();
  const context = await watchedContext(browser, conduct);
  await context.route(`${site}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const start = /^\/batch\/(\d+)$/u.exec(pathname)?.[1];
    if (start !== undefined) {
      const own = addresses.slice(Number(start), Number(start) + batch);
      return route.fulfill({ body: framesOf(own), contentType: 'text/html; charset=utf-8' });
    }
    // Fonts take long to send, and cannot do harm.
    if (pathname.endsWith('.woff2')) return route.fulfill({ status: 404 });
    const path = decodeURIComponent(pathname.replace(/\/$/u, '/index.html'));
    const body = await readFile(join(outDir, path)).catch(() => undefined);
    return body
      ? route.fulfill({ body, contentType: typeOf(path) })
      : route.fulfill({ status: 404 });
  });
  const open = async (start: number): Promise<void> => {
    if (start >= addresses.length) return;
    const page = await context.newPage();
    await page.goto(`${site}/batch/${start}`, { waitUntil: 'load' });
    const seen = await page.evaluate(lookAtFrames, String(lookAtPage));
    for (const [n, one] of seen.entries()) pages.set(addresses[start + n] ?? '', one);
    await page.evaluate(touchFrames, String(touchAll));
    await page.waitForTimeout(100);
    await page.close();
  };
  for (let start = 0; start < addresses.length; start += 2 * batch)
    await Promise.all([open(start), open(start + batch)]);
  await context.close();
  return { ...conduct, pages };
}

/** Parses pages in the browser and examines them, without running their scripts. */
export async function readSite(
  browser: Browser,
  outDir: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, SeenPage>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*', (route) => route.fulfill({ body: '', contentType: 'text/html' }));
  await page.goto(`${site}/`);
  const pages = new Map<string, SeenPage>();
  for (let start = 0; start < paths.length; start += 50) {
    const own = paths.slice(start, start + 50);
    const texts = await Promise.all(own.map((path) => readFile(join(outDir, path), 'utf8')));
    const seen = await page.evaluate(lookAtTexts, [texts, String(lookAtPage)] as const);
    for (const [n, one] of seen.entries()) pages.set(own[n] ?? '', one);
  }
  await context.close();
  return pages;
}

/** Runs in a page. */
function lookAtTexts([texts, code]: readonly [readonly string[], string]): SeenPage[] {
  const look = new Function('document', `return (${code})(document)`);
  return texts.map((text) => look(new DOMParser().parseFromString(text, 'text/html')));
}

/** Runs in a page of frames. */
function lookAtFrames(code: string): SeenPage[] {
  return [...document.querySelectorAll('iframe')].map((frame) => {
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    return view?.eval(`(${code})(document)`);
  });
}

/** Runs in a page of frames. */
function touchFrames(code: string): void {
  for (const frame of document.querySelectorAll('iframe'))
    (frame.contentWindow as (Window & typeof globalThis) | null)?.eval(`(${code})()`);
}

function framesOf(addresses: readonly string[]): string {
  const frames = addresses.map((address) => `<iframe src="${encodeURI(address)}"></iframe>`);
  return `<!doctype html><title>Frames</title>${frames.join('')}`;
}

function typeOf(path: string): string {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript',
    css: 'text/css',
    svg: 'image/svg+xml',
    webmanifest: 'application/manifest+json',
    json: 'application/json',
    png: 'image/png',
    jpg: 'image/jpeg',
  };
  return types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
