import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { until } from './reading/reader.ts';
import { sharedSite } from './test-site.ts';
import { type DelayedSite, startDelayed } from './typeface/delayed-site.ts';

const sentences = [
  'The harbour trust met on Tuesday and put off, for a third time, what the boats had asked it to settle: who may land *how much*, and where.',
  '**Nobody spoke for the buyers.**',
  'Of the forty boats that use the old quay, eleven had sent a letter, which the chair read out twice.',
  '“We have heard you,” she said; it was the only sentence of the evening that drew applause.',
  'A quota of 1,250 tonnes would take effect in forty days, and the first fines – up to €9,000 – in ninety.',
  'Jane Walsh, who has fished here since 1989, called the plan *a map drawn by people who have never left the pier*.',
  'Its authors, at the university, say that stocks have halved within a decade and that waiting costs more.',
];
const paragraphs = Array.from({ length: 9 }, (_, first) =>
  Array.from({ length: 4 }, (_, n) => sentences[(first * 3 + n * 2) % 7]).join(' '),
);
const article = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-05-20\nsummary: The quota takes effect in forty days, earlier than the boats had expected.\n${more}---\n\n${paragraphs.join('\n\n')}\n\n## What the chair said\n\n${sentences.join(' ')}\n`;
const content = {
  'publication.yaml': 'name: The Daily Test\nlanguages: [en, ko]\n',
  'one.md': article('Harbour trust questions the fishing quota for a third time'),
  'two.md': article('Boats and buyers agree on nothing but the weather, again'),
  'one.ko.md': '---\ntitle: 번역\n---\n\n본문.\n',
};
const one = '/2026/05/20/one/';
const two = '/2026/05/20/two/';

interface Opening extends BrowserContextOptions {
  readonly before?: () => void;
}

async function openDelayed(t: TestContext): Promise<DelayedSite> {
  const { outDir } = await sharedSite(t, content);
  const served = await serveFolder(outDir);
  t.after(() => served.close());
  return startDelayed(t, served.address);
}

/** Opens a device without stored data, whose pages are shown one after the other. */
async function openDevice(t: TestContext, browser: Browser, opening: Opening = {}) {
  const { before, ...options } = opening;
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  t.after(() => assert.deepEqual(faults, []));
  await page.addInitScript(watchShifts);
  if (before) await page.addInitScript(before);
  return page;
}

function watchShifts(): void {
  Object.assign(window, { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      Object.assign(window, {
        shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value'),
      });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The font files, or fonts of the system, with which the browser has set an element. */
async function facesOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName).sort();
}

/** Whether headline, text, bold and italic words are in the site's own fonts; undefined if only some. */
const isNewsreader = async (page: Page): Promise<boolean | undefined> => {
  const faces: string[] = [];
  for (const selector of ['h1', '.copy p', '.copy strong', '.copy em'])
    faces.push(...(await facesOf(page, selector)));
  const own = faces.filter((name) => name.includes('Newsreader'));
  return own.length === faces.length || (own.length > 0 ? undefined : false);
};
/**
 * Whether a page is shown in the site's own fonts. Tries again with the same storage if a busy machine
 * was too slow: the page chose the fallback, or a font took longer than browsers wait. Decoding may be
 * slow as well, so three pages that had all fonts and did not use them decide.
 */
async function isOwn(page: Page, show: () => Promise<unknown>): Promise<boolean> {
  const stored = page.url().startsWith('http') ? await keptText(page) : null;
  let unused = 0;
  for (let attempt = 0; attempt < 40 && unused < 3; attempt += 1) {
    await show();
    if ((await isNewsreader(page)) === true) return true;
    if (await page.evaluate(hadFonts)) unused += 1;
    await restore(page, stored);
  }
  return false;
}

/** Runs in a page: whether it asked for the fonts, and had them well before its first paint. */
function hadFonts(): boolean {
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return (
    'fonts' in document.documentElement.dataset &&
    files.every(
      ({ name, duration, responseEnd }) =>
        !name.endsWith('.woff2') || (duration < 50 && responseEnd + 40 < painted),
    )
  );
}

const keptText = (page: Page) => page.evaluate(() => localStorage.getItem('dateline:fonts'));
const keepText = (page: Page, value: string | null) =>
  page.evaluate((value) => {
    if (value === null) localStorage.removeItem('dateline:fonts');
    else localStorage.setItem('dateline:fonts', value);
  }, value);
/** Ends the page, which may still store its choice, and stores another. */
async function restore(page: Page, value: string | null): Promise<void> {
  await page.goto(new URL('/favicon.svg', page.url()).href);
  await keepText(page, value);
}
const shift = (page: Page) => page.evaluate(() => Reflect.get(window, 'shift'));
const kept = (page: Page) =>
  page.evaluate(() => Number(localStorage.getItem('dateline:fonts')));
/** Waits until a page has loaded all fonts and stored that. */
const settled = (page: Page) => until(async () => (await kept(page)) > 0, true);
const endVisit = (page: Page) =>
  page.evaluate(() => {
    const until = Number(localStorage.getItem('dateline:fonts'));
    localStorage.setItem('dateline:fonts', `${until - 1_900_000}`);
  });

test('a visit has one typeface', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await openDelayed(t);
  const show = async (page: Page, path: string, delays = { page: 0, font: 0 }) => {
    Object.assign(site, delays);
    await page.goto(site.origin + path, { waitUntil: 'load' });
  };

  await t.test('a quick connection has the site’s own from the first page on', async (t) => {
    const page = await openDevice(t, browser);
    assert.ok(await isOwn(page, () => show(page, one)));
    await settled(page);
    assert.equal(await shift(page), 0);
    assert.ok(await isOwn(page, () => show(page, two, { page: 300, font: 300 })));
  });

  await t.test('a slow one has the fallback, and the next visit the site’s own', async (t) => {
    const page = await openDevice(t, browser);
    await show(page, one, { page: 300, font: 300 });
    assert.equal(await isNewsreader(page), false);
    await until(async () => (await kept(page)) > Date.now(), true);
    assert.equal(await isNewsreader(page), false);
    assert.equal(await shift(page), 0);
    await show(page, two);
    assert.equal(await isNewsreader(page), false, 'the typeface changed within a visit');
    await endVisit(page);
    assert.ok(await isOwn(page, () => show(page, one, { page: 300, font: 300 })));
    assert.ok(await isOwn(page, () => show(page, two)));
  });

  await t.test('fonts that come late are for the next visit', async (t) => {
    const page = await openDevice(t, browser);
    await show(page, one, { page: 0, font: 1500 });
    await until(async () => (await kept(page)) > Date.now(), true);
    assert.equal(await isNewsreader(page), false);
    assert.equal(await shift(page), 0);
    await show(page, two);
    assert.equal(await isNewsreader(page), false);
  });

  for (const stored of ['1', '-1', 'x', '', '9e99'])
    await t.test(`a device may have stored ${stored || 'nothing'}`, async (t) => {
      const page = await openDevice(t, browser);
      await show(page, two);
      await settled(page);
      await restore(page, stored);
      assert.ok(await isOwn(page, () => show(page, one)));
    });

  await t.test('a device without storage has the fallback, and requests no font', async (t) => {
    const page = await openDevice(t, browser, {
      before: () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('forbidden', 'SecurityError');
          },
        }),
    });
    site.fonts.length = 0;
    for (const path of [one, two]) {
      await show(page, path);
      assert.equal(await isNewsreader(page), false);
    }
    await page.waitForTimeout(500);
    assert.deepEqual(site.fonts, []);
  });

  await t.test('the fallback is used with Save-Data', async (t) => {
    const page = await openDevice(t, browser, {
      before: () =>
        Object.defineProperty(Navigator.prototype, 'connection', {
          value: { saveData: true, rtt: 0 },
        }),
    });
    site.fonts.length = 0;
    for (const path of [one, two]) {
      await show(page, path);
      assert.equal(await isNewsreader(page), false);
      await until(async () => (await kept(page)) < -Date.now(), true);
    }
    assert.deepEqual(site.fonts, []);
  });

  await t.test('the fallback is used without scripts', async (t) => {
    const page = await openDevice(t, browser, { javaScriptEnabled: false });
    site.fonts.length = 0;
    for (const path of [one, two]) {
      await show(page, path);
      assert.equal(await isNewsreader(page), false);
    }
    assert.deepEqual(site.fonts, []);
  });

  await t.test('a page in Korean requests no Latin font', async (t) => {
    const page = await openDevice(t, browser);
    site.fonts.length = 0;
    await show(page, `/ko${one}`);
    await page.waitForTimeout(500);
    assert.deepEqual(site.fonts, []);
  });
});

for (const fonts of ['dejavu', 'every-script'] as const)
  test(`text is as long in the fallback from ${fonts} as in the site’s own`, async (t) => {
    const browser = await browserOrSkip(t, [], fonts);
    if (!browser) return;
    const site = await openDelayed(t);
    const page = await openDevice(t, browser, { viewport: { width: 412, height: 823 } });
    const sizes = async () =>
      page.evaluate(() => {
        const heightOf = (selector: string) =>
          [...document.querySelectorAll(selector)].reduce(
            (sum, element) => sum + element.getBoundingClientRect().height,
            0,
          );
        return { head: heightOf('h1'), text: heightOf('.copy p') };
      });
    for (const path of [one, two]) {
      await page.goto(site.origin + path);
      await settled(page);
      await restore(page, '1');
      assert.ok(await isOwn(page, () => page.goto(site.origin + path, { waitUntil: 'load' })));
      const own = await sizes();
      await restore(page, `${Date.now() + 1_000_000}`);
      await page.goto(site.origin + path);
      assert.equal(await isNewsreader(page), false);
      const fallback = await sizes();
      t.diagnostic(JSON.stringify({ own, fallback }));
      assert.equal(fallback.head, own.head);
      const ratio = fallback.text / own.text;
      assert.ok(Math.abs(ratio - 1) <= 0.012, `${ratio} of the lines`);
    }
  });
