import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { readingContent, readingPages } from './reading-content.ts';
import { projectRoot, sharedSite } from './test-site.ts';

/** The sample article in its four languages, with words that only that language has. */
const versions = [
  {
    lang: 'en',
    address: '/2026/01/06/lee-xi-beijing/',
    home: '/',
    credit: 'Featured image credits: PM Official Photographer via Wikimedia Commons',
    day: '6 January 2026',
    words: ['Published', 'Sections', 'The picture is not shown here.'],
    headings: [
      'Resetting Strained Bilateral Relations',
      'Regional Dynamics And Japan Factor',
      'Security And North Korea',
      'Cultural And Economic Issues',
    ],
  },
  {
    lang: 'ko',
    address: '/ko/2026/01/06/lee-xi-beijing/',
    home: '/ko/',
    credit: '대표 이미지 출처: PM Official Photographer, Wikimedia Commons 제공',
    day: '2026년 1월 6일',
    words: ['기사 목차', '입력', '이 이미지는 여기에 표시되지 않습니다.'],
  },
  {
    lang: 'zh-Hans',
    address: '/zh-hans/2026/01/06/lee-xi-beijing/',
    home: '/zh-hans/',
    credit: '题图来源：PM Official Photographer，来自Wikimedia Commons',
    day: '2026年1月6日',
    words: ['重启陷入僵局的双边关系'],
  },
  {
    lang: 'ja',
    address: '/ja/2026/01/06/lee-xi-beijing/',
    home: '/ja/',
    credit: 'メイン画像のクレジット：PM Official Photographer（Wikimedia Commonsより）',
    day: '2026年1月6日',
    words: ['目次'],
  },
] as const;

test('the sample site', async (t) => {
  const site = await sharedSite(t, {}, {}, { contentDir: join(projectRoot, 'content') });
  const pageAt = (address: string) => site.read(`${address.slice(1)}index.html`);

  await t.test('is built without a warning', () => {
    assert.equal(site.stderr, '');
  });

  for (const version of versions) {
    await t.test(`has the article in ${version.lang}, complete`, async () => {
      const page = await pageAt(version.address);
      assert.match(
        page,
        new RegExp(`^<!DOCTYPE html><html lang="${version.lang}" dir="ltr">`, 'u'),
      );
      assert.match(page, new RegExp(`<time datetime="2026-01-06">${version.day}</time>`, 'u'));
      const footer = textOf(/<footer class="article-footer">.*?<\/footer>/su.exec(page)?.[0]);
      assert.ok(footer.includes(version.credit), footer);
      for (const word of version.words) assert.ok(textOf(page).includes(word), word);
    });

    await t.test(
      `has four links to the sections of the article in ${version.lang}`,
      async () => {
        const page = await pageAt(version.address);
        const nav = /<nav class="sections".*?<\/nav>/su.exec(page)?.[0] ?? '';
        const links = [...nav.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/gu)];
        const headings = [...page.matchAll(/<h2 id="([^"]+)">([^<]+)<\/h2>/gu)].filter(
          ([, id]) => !id?.startsWith('ui-'),
        );
        assert.equal(links.length, 4);
        assert.deepEqual(
          links.map(([, id, text]) => [decodeURIComponent(id ?? ''), text]),
          headings.map(([, id, text]) => [id, text]),
        );
        if ('headings' in version)
          assert.deepEqual(
            links.map(([, , text]) => text),
            version.headings,
          );
      },
    );

    await t.test(`links from the article in ${version.lang} to the three others`, async () => {
      const page = await pageAt(version.address);
      const nav = /<nav class="translations".*?<\/nav>/su.exec(page)?.[0] ?? '';
      const links = [...nav.matchAll(/<a href="([^"]+)" lang="([^"]+)"/gu)];
      const others = versions.filter((other) => other !== version);
      assert.deepEqual(
        links.map(([, address, lang]) => ({ address, lang })),
        others.map(({ address, lang }) => ({ address, lang })),
      );
    });

    await t.test(`has a front page in ${version.lang} that links to the article`, async () => {
      const front = await pageAt(version.home);
      assert.match(front, new RegExp(`<html lang="${version.lang}"`, 'u'));
      assert.ok(front.includes(`href="${version.address}"`));
    });
  }

  await t.test('has the article with its style in at most 30 KB', async () => {
    const bytes = Buffer.byteLength(await pageAt(versions[0].address));
    assert.ok(bytes <= 30 * 1024, `${bytes} bytes`);
  });

  await t.test('has no broken link or picture', async () => {
    const files = await site.list();
    const pages = new Map<string, string>();
    for (const file of files.filter((path) => path.endsWith('.html')))
      pages.set(file, await site.read(file));
    let links = 0;
    for (const [file, page] of pages) {
      const base = `https://site.example/${file.replace(/index\.html$/u, '')}`;
      const markup = page.replaceAll(/(<script\b[^>]*>).*?<\/script>/gsu, '$1');
      for (const [, written = ''] of markup.matchAll(/\s(?:href|src)="([^"]*)"/gu)) {
        const url = new URL(written.replaceAll('&amp;', '&'), base);
        if (url.origin !== 'https://site.example') continue;
        links += 1;
        const path = decodeURIComponent(url.pathname.slice(1));
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        assert.ok(files.includes(target), `${file} links to ${written}`);
        if (url.hash === '') continue;
        const id = decodeURIComponent(url.hash.slice(1));
        assert.ok(pages.get(target)?.includes(` id="${id}"`), `${file} links to ${written}`);
      }
    }
    assert.ok(links > 500, `${links} links`);
  });

  await t.test('does not contain the time of the build', async () => {
    const year = new Date().getUTCFullYear();
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const today = new Date().toISOString().slice(0, 10);
    const month = months[new Date().getUTCMonth()];
    const spoken = new RegExp(
      `${today}|2026-06-01|\\b${new Date().getUTCDate()} ${month}\\w* ${year}|\\b1 June 2026`,
      'u',
    );
    for (const file of (await site.list()).filter((path) => /\.(?:html|txt|xml)$/u.test(path)))
      assert.doesNotMatch(await site.read(file), spoken, file);
  });

  await t.test('works in a browser without scripts', async (browserTest) => {
    const browser = await browserOrSkip(browserTest);
    if (browser === undefined) return;
    const served = await serveFolder(site.outDir);
    browserTest.after(() => served.close());
    const origin = new URL(served.address).origin;
    const { page, foreign, complaints } = await openPage(browser, origin);

    for (const { address } of versions) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(origin + address);
      const links = page.locator('nav.sections a');
      assert.equal(await links.count(), 4);
      if (!(await links.first().isVisible()))
        await page.locator('nav.sections summary').click();
      for (let index = 0; index < 4; index += 1) {
        await page.evaluate(() => window.scrollTo(0, 0));
        const id = decodeURIComponent(
          ((await links.nth(index).getAttribute('href')) ?? '').slice(1),
        );
        await links.nth(index).click();
        const top = await page.evaluate(
          (name) => document.getElementById(name)?.getBoundingClientRect().top,
          id,
        );
        assert.ok(top !== undefined && top >= 0 && top < 800, `#${id} at ${top}`);
        assert.ok(await page.evaluate(() => window.scrollY > 0), `#${id} scrolls`);
      }
    }

    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${origin}/section/guide/`);
    const gaps = await page
      .locator('.list .teaser')
      .evaluateAll((teasers) =>
        teasers.map(
          (teaser) =>
            (teaser.querySelector('.teaser-summary')?.getBoundingClientRect().top ?? 0) -
            (teaser.querySelector('.teaser-head')?.getBoundingClientRect().bottom ?? 0),
        ),
      );
    // A date and an author beside a short headline do not move its summary.
    assert.ok(gaps.length > 5);
    assert.equal(new Set(gaps.map(Math.round)).size, 1, gaps.join());

    await page.setViewportSize({ width: 360, height: 740 });
    const addresses = [
      ...versions.flatMap(({ address, home }) => [address, home]),
      '/page/',
      '/archive/',
      '/topic/',
      '/2026/',
      '/credits/',
      '/about/',
      '/section/guide/',
      '/2026/01/',
      '/2026/01/05/writing-an-article/',
      '/2026/01/04/pictures-and-credits/',
      '/2026/01/02/hosting/',
      '/2026/01/05/forms-of-news/',
      '/2026/01/05/blocks/',
      '/2026/01/05/tables-and-charts/',
      '/2026/01/05/film-and-sound/',
      '/2026/01/05/nothing-from-elsewhere/',
      '/2026/01/05/same-folder-same-bytes/',
      '/2026/01/06/beijing-talks-explained/',
      '/2026/01/05/a-day-at-a-newsroom/',
      '/author/',
      '/author/guide-desk/',
      '/follow/',
      '/story/',
      '/story/seoul-beijing/',
    ];
    for (const address of addresses) {
      const answer = await page.goto(origin + address);
      assert.equal(answer?.status(), 200, address);
      assert.ok(await fits(page), `${address} scrolls sideways at 360 px`);
    }
    assert.deepEqual(foreign, []);
    assert.deepEqual(complaints, []);
  });
});

test('an article in Arabic is laid out from right to left', async (t) => {
  const browser = await browserOrSkip(t);
  if (browser === undefined) return;
  const site = await sharedSite(t, readingContent);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const origin = new URL(served.address).origin;
  const { page, complaints } = await openPage(browser, origin);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(origin + readingPages.arabic);
  const direction = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  assert.equal(await page.locator('html').getAttribute('lang'), 'ar');
  for (const selector of ['html', 'h1', '.copy p', 'nav.sections'])
    assert.equal(await direction(selector), 'rtl', selector);
  assert.equal(await direction('nav.translations a[lang=en]'), 'ltr');
  assert.ok(await fits(page));
  assert.deepEqual(complaints, []);
});

/** A page without scripts that collects requests to other origins, and errors. */
async function openPage(
  browser: Browser,
  origin: string,
): Promise<{ page: Page; foreign: string[]; complaints: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) foreign.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // The next page was requested before this one had its icon.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()}: ${answer.url()}`);
  });
  return { page, foreign, complaints };
}

function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
}

/** The visible text of HTML: no tags, white space collapsed. */
function textOf(html = ''): string {
  return html
    .replace(/<style>.*?<\/style>/gsu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ');
}
