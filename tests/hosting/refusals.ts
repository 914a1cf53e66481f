import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { browserOrSkip } from '../browser.ts';

const bridge = '/2026/05/20/bridge/';

/** A page of each kind. */
const kinds = [
  '/',
  '/ko/',
  bridge,
  `/ko${bridge}`,
  '/about/',
  '/page/',
  '/archive/',
  '/section/city/',
  '/topic/bridges/',
  '/author/',
  '/author/lena-park/',
  '/2026/',
  '/2026/05/',
  '/offline/',
  '/old/address/',
  '/favicon.svg',
  '/manifest.webmanifest',
] as const;

/** Opens every kind of page and uses its features; the policy must not block anything. */
export async function testRefusals(t: TestContext, origin: string): Promise<void> {
  const browser = await browserOrSkip(t);
  if (browser === undefined) return;
  const context = await browser.newContext();
  t.after(() => context.close());
  // The only external resource that this site allows.
  await context.route('https://images.example/**', (route) =>
    route.fulfill({
      status: 200,
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }),
  );
  const refused = await watch(context);

  await t.test('the policy blocks nothing on any kind of page', async () => {
    const page = await context.newPage();
    for (const path of kinds) {
      await page.goto(origin + path, { waitUntil: 'load' });
      await page.waitForTimeout(50);
    }
    assert.deepEqual(refused(), []);
  });

  await t.test('the policy blocks no feature of a page', async () => {
    const page = await context.newPage();
    await page.goto(origin + bridge);
    await page.locator('.settings-button').first().click();
    await page
      .locator('[role=dialog] :is(button,input,select), dialog :is(button,input,select)')
      .first()
      .click();
    await page.keyboard.press('Escape');
    await page.locator('a[href^="#"][id*=fnref], sup a').first().click();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('nav.sections a').last().click();
    await page.locator('.keep-offline').first().click();
    await page.waitForFunction(async () =>
      Boolean((await navigator.serviceWorker.ready).active),
    );
    await page.locator('.keep-offline[data-kept]').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.emulateMedia({ media: 'screen' });
    assert.ok(
      await page.evaluate(
        () =>
          document.querySelector<HTMLImageElement>('img[src^="https://images.example"]')
            ?.complete,
      ),
    );
    await page.goto(`${origin}/offline/`);
    await page.locator('.saved a').first().waitFor();
    await context.setOffline(true);
    await page.goto(origin + bridge);
    await page.locator('h1').waitFor();
    await context.setOffline(false);
    // The icon is not cached; a page works without it.
    assert.deepEqual(
      refused().filter((text) => !text.includes('DISCONNECTED')),
      [],
    );
  });

  await t.test('an address in the wrong case suggests the right one', async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/2026/05/20/BRIDGE/`);
    const link = page.locator('.perhaps a');
    assert.equal(await link.getAttribute('href'), bridge);
    await page.goto(`${origin}/2026/05/20/bridges/`);
    await page.waitForLoadState('networkidle');
    assert.equal(await link.count(), 0);
    // Both pages are missing, and an icon requested offline may be late.
    assert.deepEqual(
      refused().filter((text) => !/404|DISCONNECTED/u.test(text)),
      [],
    );
  });

  await t.test('the policy blocks injected scripts, styles and frames', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    t.after(() => context.close());
    const refused = await watch(context);
    const page = await context.newPage();
    await plant(page, origin + bridge);
    await page.goto(origin + bridge, { waitUntil: 'load' });
    assert.equal(await page.evaluate(() => 'planted' in window), false);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).opacity), '0.5');
    const kinds = refused().join('\n');
    for (const directive of [
      'script-src-elem',
      'script-src-attr',
      'style-src-attr',
      'base-uri',
      'frame-src',
    ])
      assert.ok(kinds.includes(directive), `${directive} is not among ${kinds}`);
  });
}

/** Returns what the policy blocked since the last call, and other errors. */
async function watch(context: BrowserContext): Promise<() => string[]> {
  let all: string[] = [];
  await context.exposeBinding('refused', (_, text: string) => {
    all.push(text);
  });
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, documentURI, sample } = event;
      const report = Reflect.get(window, 'refused') as (text: string) => void;
      report(`${effectiveDirective} ${blockedURI} on ${documentURI} ${sample}`);
    }),
  );
  context.on('console', (message) => {
    if (message.type() === 'error') all.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => all.push(String(error.error())));
  return () => {
    const seen = all;
    all = [];
    return seen;
  };
}

/** Injects into a page what an article must never contain. */
async function plant(page: Page, address: string): Promise<void> {
  await page.route(address, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      '<main',
      `<base href="https://evil.example/"><script>window.planted = 1</script>
      <img src="x:" onerror="window.planted = 1"><style>body{opacity:.5}</style>
      <b style="opacity:.5">b</b><iframe src="https://evil.example/"></iframe>
      <script src="https://evil.example/x.js"></script><main`,
    );
    await route.fulfill({ response: answer, body });
  });
}
