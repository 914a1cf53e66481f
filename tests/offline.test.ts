import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { Served } from '../src/hosting/server/serve.ts';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { until } from './reading/reader.ts';
import { readingContent } from './reading-content.ts';
import { searchContent } from './search/search-content.ts';
import { buildSite, sharedSite } from './test-site.ts';

const article = (title: string, text: string, extra = '') =>
  `---\ntitle: ${title}\ndate: 2026-01-06\nsection: World\n${extra}---\n\n${text}\n`;

const at = {
  summit: '2026/01/06/summit/',
  storm: '2026/01/06/storm/',
  vote: '2026/01/06/vote/',
  korean: 'ko/2026/01/06/summit/',
} as const;

async function exampleFiles() {
  const picture = { width: 8, height: 8, channels: 3, background: '#9d1b22' } as const;
  return {
    'summit.md': article('A summit', 'They met.'),
    'summit.ko.md': '---\ntitle: 정상회담\n---\n\n두 정상이 만났다.\n',
    'storm.md': article(
      'A storm',
      'It rained.\n\n> [!NOTE]\n> For days.',
      'image:\n  file: ./storm.png\n  alt: Rain\n  credit: Mina\n',
    ),
    'storm.png': await sharp({ create: picture }).png().toBuffer(),
    'vote.md': article('A vote', 'They voted.'),
  };
}

test('pages without a network', async (t) => {
  const browser = await browserOrSkip(t);
  if (browser === undefined) return;
  const site = await buildSite(t, await exampleFiles());
  assert.equal(site.code, 0, site.stderr);
  const host = await startHost(site.outDir);
  t.after(() => host.down());
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const open = (path: string) => page.goto(host.address + path);

  await t.test('an article that was opened once opens again', async () => {
    await open(at.summit);
    await stored(page, 'opened', at.summit);
    await stored(page, 'fallback', 'offline/');
    await host.down();
    assert.equal((await open(at.summit))?.status(), 200);
    assert.equal(await page.textContent('h1'), 'A summit');
    assert.equal((await open(`${at.summit}?from=mail`))?.status(), 200);
  });

  await t.test('an article that was not says so and lists the stored ones', async () => {
    assert.equal((await open(at.storm))?.status(), 503);
    assert.equal(page.url(), host.address + at.storm);
    await page.locator('.saved a').waitFor();
    assert.equal(await page.textContent('h1'), 'No connection');
    assert.deepEqual(await page.locator('.saved h2').allTextContents(), ['A summit']);
    await page.locator('.saved a').click();
    await page.waitForURL(host.address + at.summit);
    assert.equal(await page.textContent('.copy'), 'They met.');
  });

  await t.test('the list of stored articles has an address', async () => {
    assert.equal((await open('offline/'))?.status(), 200);
    await page.locator('.saved a').waitFor();
    assert.equal(await page.textContent('h1'), 'Saved articles');
    assert.equal(await page.locator('.saved strong').count(), 0);
  });

  await t.test('settings can be opened and changed', async () => {
    const paper = () =>
      page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--paper'),
      );
    await page.locator('.settings-button').click();
    await page.locator('#ui-settings').waitFor();
    assert.equal(await page.textContent('#ui-settings h2'), 'Reading settings');
    await page.locator('#ui-settings input[value=sepia]').check();
    await until(paper, '#f6ecd9');
    await open(at.summit);
    assert.equal(await paper(), '#f6ecd9');
    await page.evaluate(() => localStorage.removeItem('dateline:settings'));
  });

  await t.test('an edition that was visited has an offline page in its language', async () => {
    await host.up();
    await open(at.korean);
    await stored(page, 'fallback', 'ko/offline/');
    await host.down();
    await open('ko/2026/');
    await page.locator('.saved a').first().waitFor();
    assert.equal(await page.getAttribute('html', 'lang'), 'ko');
    assert.deepEqual(await page.locator('.saved h2').allTextContents(), [
      '정상회담',
      'A summit',
    ]);
    assert.equal(await page.locator('.saved h2').nth(1).getAttribute('lang'), 'en');
  });

  await t.test('a prefetched page is not listed as opened', async () => {
    await host.up();
    await open('page/');
    // Hovering over a link prefetches its page, by the speculation rules.
    await page.hover(`a[href="/${at.vote}"]`);
    await stored(page, 'recent', at.vote);
    assert.equal(await isStored(page, 'opened', at.vote), false);
  });

  await t.test('a prerendered page is listed once it is shown', async () => {
    const prepared = await context.newPage();
    await prepared.addInitScript(() => {
      Object.defineProperty(document, 'prerendering', { value: true });
    });
    await prepared.goto(host.address + at.vote);
    await stored(prepared, 'recent', at.vote);
    await prepared.waitForLoadState('networkidle');
    assert.equal(await isStored(prepared, 'opened', at.vote), false);
    await prepared.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
    await stored(prepared, 'opened', at.vote);
    await prepared.close();
  });

  await t.test('saving a section saves its articles and their files', async () => {
    await open('section/world/');
    const button = page.locator('.keep-offline');
    assert.equal(await button.textContent(), 'Save for offline');
    await button.click();
    await page.getByText('Saved · Remove', { exact: true }).first().waitFor();
    const files = await page.evaluate(async () => {
      const names = await caches.keys();
      const kept = await caches.open(names.find((name) => name.includes('kept')) ?? '');
      return (await kept.keys()).map(({ url }) => url);
    });
    for (const file of [
      /print\.\w+\.css$/u,
      /boxes\.\w+\.css$/u,
      /settings\.\w+\.css$/u,
      /words\.\w+\.js$/u,
    ])
      assert.ok(
        files.some((url) => file.test(url)),
        `${file} of ${files.join(' ')}`,
      );
    await host.down();
    for (const path of [at.storm, at.vote, 'section/world/'])
      assert.equal((await open(path))?.status(), 200, path);
    await open(at.storm);
    assert.ok(
      await page.evaluate(() => document.querySelector('img')?.naturalWidth),
      'picture',
    );
    const padding = await page
      .locator('.box')
      .evaluate((box) => getComputedStyle(box).paddingTop);
    assert.notEqual(padding, '0px');
    await open('section/world/');
    await page.getByText('Saved · Remove', { exact: true }).first().waitFor();
  });

  await t.test('a new deploy is shown at once and replaces what is stored', async () => {
    const changed = article('A vote', 'They voted twice.');
    const again = await site.rebuild({ 'vote.md': changed });
    assert.equal(again.code, 0, again.stderr);
    await host.up();
    await open(at.vote);
    assert.equal(await page.textContent('.copy'), 'They voted twice.');
    await stored(page, 'opened', at.vote);
    await host.down();
    await open(at.vote);
    assert.equal(await page.textContent('.copy'), 'They voted twice.');
  });

  await t.test('a saved article can be removed', async () => {
    await open('offline/');
    await page.locator('.saved a').first().waitFor();
    const entry = page.locator('.saved li', { hasText: 'A vote' });
    assert.equal(await entry.locator('strong').textContent(), 'Saved');
    await entry.locator('button').click();
    await entry.waitFor({ state: 'detached' });
    assert.equal((await open(at.vote))?.status(), 503);
  });

  await t.test('a section that is saved in part says so and can be completed', async () => {
    await host.up();
    await open('section/world/');
    const button = page.locator('.keep-offline[data-ready]');
    await button.waitFor();
    assert.equal(await button.textContent(), 'Save for offline');
    await page.route(`**/${at.vote}`, (route) => route.abort());
    await button.click();
    await page.getByText('3/4 · Not everything could be saved').first().waitFor();
    await page.unroute(`**/${at.vote}`);
    await button.click();
    await page.getByText('Saved · Remove', { exact: true }).first().waitFor();
    await button.click();
    await page.getByText('Save for offline', { exact: true }).first().waitFor();
    assert.equal(await isStored(page, 'kept', at.vote), false);
  });

  await t.test('an article that was deleted is removed from what is stored', async () => {
    const again = await site.rebuild({ 'vote.md': null });
    assert.equal(again.code, 0, again.stderr);
    await open(at.vote);
    assert.equal(await isStored(page, 'opened', at.vote), false);
  });
});

test('below a base path', async (t) => {
  const browser = await browserOrSkip(t);
  if (browser === undefined) return;
  const root = await sharedSite(t, readingContent);
  const site = await sharedSite(t, searchContent, { BASE_PATH: '/news/' });

  await t.test('the worker is the same for every site and path', async () => {
    assert.equal(await site.read('sw.js'), await root.read('sw.js'));
  });

  await t.test('the site can be installed', async () => {
    const manifest = JSON.parse(await site.read('ko/manifest.webmanifest'));
    assert.equal(manifest.start_url, '/news/ko/');
    assert.equal(manifest.scope, '/news/');
    assert.equal(manifest.lang, 'ko');
    const front = await site.read('ko/index.html');
    assert.match(front, /<link rel="manifest" href="\/news\/ko\/manifest\.webmanifest">/u);
  });

  await t.test('pages open without a network', async (t) => {
    const host = await startHost(site.outDir, '/news/');
    t.after(() => host.down());
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    const ferry = '2025/05/01/ferry/';
    await page.goto(host.address + ferry);
    await stored(page, 'opened', ferry);
    await stored(page, 'fallback', 'offline/');
    await page.locator('.keep-offline').click();
    await page.getByText('Saved · Remove', { exact: true }).first().waitFor();
    assert.ok(await isStored(page, 'kept', ferry));
    assert.equal(
      await page.evaluate(async () => (await navigator.serviceWorker.ready).scope),
      host.address,
    );
    await host.down();
    await page.goto(host.address + ferry);
    assert.equal(await page.textContent('h1'), 'A ferry');
    await page.goto(`${host.address}2026/01/06/bridge/`);
    await page.locator('.saved a').waitFor();
    assert.equal(await page.textContent('h1'), 'No connection');
  });
});

/** A host that can stop and start again at the same address. */
async function startHost(folder: string, basePath = '/') {
  let served: Served | undefined = await serveFolder(folder, { basePath });
  const { address } = served;
  const port = Number(new URL(address).port);
  return {
    address,
    async down(): Promise<void> {
      await served?.close();
      served = undefined;
    },
    async up(): Promise<void> {
      served ??= await serveFolder(folder, { basePath, port });
    },
  };
}

/** Waits until a cache contains a URL with this end. */
async function stored(page: Page, kind: string, path: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isStored(page, kind, path)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`${path} is not in the cache "${kind}"`);
}

function isStored(page: Page, kind: string, path: string): Promise<boolean> {
  return page.evaluate(inCache, [kind, path] as const);
}

/** Runs in the page. */
async function inCache([kind, path]: readonly [string, string]): Promise<boolean> {
  for (const name of await caches.keys()) {
    if (!name.includes(`:${kind}:`)) continue;
    const keys = await (await caches.open(name)).keys();
    const { href } = new URL(`${name.split(':').at(-1)}${path}`, location.href);
    if (keys.some(({ url }) => url === href)) return true;
  }
  return false;
}
