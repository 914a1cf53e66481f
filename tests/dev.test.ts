import assert from 'node:assert/strict';
import { readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Page, Response } from 'playwright-core';
import sharp from 'sharp';
import { browserOrSkip } from './browser.ts';
import { copyOfProject } from './copy-of-project.ts';
import { startDev, TIMEOUT_MS } from './dev-site.ts';
import type { Files } from './test-site.ts';

const picture = (background: string, width = 60) =>
  sharp({ create: { width, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

const drawing = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${fill}" d="M0 0h9v9H0z"/></svg>`;

const article = (title: string, body: string, ...fields: string[]) =>
  ['---', `title: ${title}`, 'date: 2026-05-20', ...fields, '---', '', body, ''].join('\n');

const publication = [
  'name: The Quay',
  'languages: [en, ko]',
  'sections: [{ en: World, ko: 세계 }]',
  'theme: { logo: ./logo.png, icon: ./icon.svg }',
].join('\n');

const bridge = (text: string, date = '2026-05-20') =>
  article(
    'The bridge opens',
    `${text}\n\n![Its deck](deck.png "Deck. Photo: Ann Lee")`,
    'section: World',
    'topics: [Bridges]',
    'authors: [Ann Lee]',
    'image: { file: ./bridge.png, alt: The bridge, credit: Ann Lee }',
  ).replace('2026-05-20', date);

const files: Files = {
  'publication.yaml': publication,
  'icon.svg': drawing('#a33'),
  'logo.png': await picture('#777', 120),
  'bridge.png': await picture('#a33'),
  'deck.png': await picture('#3a3'),
  'bridge.md': bridge('Cars crossed at noon.'),
  'bridge.ko.md': '---\ntitle: 다리 개통\ntopics: [교량]\n---\n\n정오에 차가 건넜다.\n',
  'ferry.md': article(
    'The ferry stays',
    'It sails beside [the bridge](bridge.md).',
    'topics: [Bridges]',
  ),
  'secret.md': article('Not yet ready', 'A draft.', 'draft: true', 'topics: [Bridges]'),
  'later.md': article('Fireworks tonight', 'Soon.').replace('2026-05-20', '2026-07-01'),
  'held.md': article('Fares rise', 'Later.', 'publishDate: 2026-06-20'),
  'gone.md': article('Fares fell', 'Before.', 'expiryDate: 2026-05-25'),
  'pages/about.md': '---\ntitle: About us\n---\n\nWho we are.\n',
};

/** Waits until a page contains these words, or no longer does. */
async function shows(page: Page, text: string, { not = false } = {}): Promise<void> {
  await page
    .waitForFunction(
      ([wanted, absent]) => document.body?.innerText.includes(wanted as string) !== absent,
      [text, not] as const,
      { timeout: TIMEOUT_MS, polling: 50 },
    )
    .catch(async (error) => {
      throw new Error(`${text}: ${await page.innerText('body')}`, { cause: error });
    });
}

/** Opens a page and collects its failed requests and errors in `faults`. */
async function openPage(t: TestContext): Promise<{ page: Page; faults: string[] } | undefined> {
  const browser = await browserOrSkip(t);
  if (!browser) return undefined;
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, faults };
}

/** Opens an address; tries again if the page was about to reload. */
async function visit(page: Page, address: string): Promise<Response | null> {
  for (;;)
    try {
      return await page.goto(address);
    } catch (error) {
      if (!/ERR_ABORTED|interrupted/u.test(String(error))) throw error;
    }
}

/** Checks that all pictures of a page load, including lazy ones. */
async function seePictures(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.images.length === wanted, count);
  for (const image of await page.locator('img').all()) {
    await image.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      (element) =>
        (element as HTMLImageElement).complete &&
        (element as HTMLImageElement).naturalWidth > 0,
      await image.elementHandle(),
    );
  }
}

const remove = (path: string) => rm(path, { recursive: true, maxRetries: 50 });

/** The status of the front page for a request with this host name. */
const statusFor = (port: number, host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get({ host: 'localhost', port, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });

/** URLs of this site in a page: links, pictures, scripts, feeds, the manifest. */
const addressesOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[href], [src], [srcset]')].flatMap((element) =>
      ['href', 'src', 'srcset']
        .flatMap((name) => (element.getAttribute(name) ?? '').split(/, /u))
        .map((address) => address.split(' ')[0] ?? '')
        .filter((address) => /^\/(?![/@])/u.test(address))
        .map((address) => address.replace(/#.*/u, '')),
    ),
  );

test('the live preview', async (t) => {
  const opened = await openPage(t);
  if (!opened) return;
  const { page, faults } = opened;
  const site = await startDev(t, files, { SITE_URL: 'https://news.example' });
  const url = `${site.address}2026/05/20/bridge/`;
  const start = (path: string) => `${site.contentDir}/${path}`;

  await t.test('prints its address, and nothing else if there are no problems', () => {
    const text = site.printed().replace(/^.*(?:gone|held)\.md.* warning: .*\n/gmu, '');
    assert.equal(text, `Dateline is at ${site.address}\n`);
  });

  await t.test(
    'shows a front page with pictures and logo, and marks unpublished articles',
    async () => {
      await visit(page, site.address);
      await seePictures(page, 2);
      assert.equal(await page.getAttribute('.wordmark img', 'alt'), 'The Quay');
      const teasers = await page.locator('.teaser').allInnerTexts();
      const marked = (mark: string) => teasers.filter((text) => text.includes(mark));
      assert.match(marked('Draft').join(), /^[^,]*Not yet ready[^,]*$/u);
      const scheduled = marked('Scheduled').sort();
      assert.equal(scheduled.length, 2);
      assert.match(scheduled.join(), /Fares rise.*Fireworks tonight|Fireworks.*Fares rise/su);
      assert.match(marked('Expired').join(), /^[^,]*Fares fell[^,]*$/u);
    },
  );

  await t.test('shows an article with its pictures, its scripts and its tools', async () => {
    await visit(page, url);
    await seePictures(page, 3);
    await page.click('.settings-button');
    await page.check('#ui-settings input[name="theme"][value="dark"]');
    assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
    await page.keyboard.press('Escape');
    await page.click('button.cite');
    await page.waitForSelector('dialog[open]:has-text("Ann Lee")');
    await page.keyboard.press('Escape');
    // A service worker would show old pages.
    const workers = () => navigator.serviceWorker.getRegistrations();
    assert.equal((await page.evaluate(workers)).length, 0);
    await visit(page, `${site.address}2026/05/20/secret/`);
    assert.equal(await page.innerText('.article-meta .status'), 'Draft');
    await visit(page, `${site.address}2026/07/01/later/`);
    assert.equal(await page.innerText('.article-meta .status'), 'Scheduled');
    await visit(page, `${site.address}2026/05/20/gone/`);
    assert.equal(await page.innerText('.article-meta .status'), 'Expired');
  });

  await t.test('says that only the built site has a search', async () => {
    await visit(page, `${site.address}search/`);
    await shows(page, 'The live preview has no search.');
    assert.equal(await page.locator('input[type="search"]').count(), 0);
  });

  await t.test('answers every address in its pages, with the right type', async () => {
    const seen = new Map<string, string>();
    for (const start of [
      '',
      'ko/',
      '2026/05/20/bridge/',
      'ko/2026/05/20/bridge/',
      'offline/',
    ]) {
      await visit(page, site.address + start);
      for (const address of await addressesOn(page)) seen.set(address, '');
    }
    const others = [
      '/feed.xml',
      '/atom.xml',
      '/feed.json',
      '/robots.txt',
      '/llms.txt',
      '/sw.js',
    ];
    for (const address of [
      ...others,
      '/sitemap-index.xml',
      '/news-sitemap.xml',
      '/2026/05/20/bridge.md',
    ])
      seen.set(address, '');
    for (const address of seen.keys()) {
      const answer = await fetch(new URL(address, site.address));
      assert.equal(answer.status, 200, address);
      seen.set(address, answer.headers.get('content-type') ?? '');
      await answer.body?.cancel();
    }
    const types = (ending: RegExp) =>
      new Set([...seen].filter(([address]) => ending.test(address)).map(([, type]) => type));
    assert.deepEqual(types(/\.avif$/u), new Set(['image/avif']));
    assert.deepEqual(types(/assets\/.*\.js$/u), new Set(['text/javascript; charset=utf-8']));
    assert.deepEqual(types(/\.webmanifest$/u), new Set(['application/manifest+json']));
    assert.deepEqual(types(/^\/favicon\.svg$/u), new Set(['image/svg+xml; charset=utf-8']));
    assert.deepEqual(types(/^\/apple-touch-icon\.png$/u), new Set(['image/png']));
    assert.ok(seen.size > 40, `${seen.size}`);
  });

  assert.deepEqual(faults.splice(0), []);

  await t.test('answers each address as hosts of the built site do', async () => {
    await visit(page, url.slice(0, -1));
    assert.equal(page.url(), url);
    for (const [asked, expected] of [
      ['2026/05/20/bridge', '308 2026/05/20/bridge/'],
      ['2026/05/20/bridge?from=mail&n=1', '308 2026/05/20/bridge/?from=mail&n=1'],
      ['2026/05/20/bridge/index.html', '308 2026/05/20/bridge/'],
      ['ko/2026/05/20/bridge', '308 ko/2026/05/20/bridge/'],
      ['ko', '308 ko/'],
      ['index.html?a', '308 ?a'],
      ['section/world', '308 section/world/'],
      [encodeURI('ko/topic/교량'), `308 ${encodeURI('ko/topic/교량')}/`],
      [`${encodeURI('ko/topic/교량')}/`, '200'],
      [`${encodeURI('ko/topic/교량'.normalize('NFD'))}/`, '200'],
      ['topic/bridges', '308 topic/bridges/'],
      ['2026/05', '308 2026/05/'],
      ['about', '308 about/'],
      ['search', '308 search/'],
      ['2026/05/20/bridge.md', '200'],
      ['2026/05/20/bridge.md/', '404'],
      ['feed.xml', '200'],
      ['feed.xml/', '404'],
      ['robots.txt?1', '200'],
      ['2026/05/20/nothing', '404'],
      ['nothing/here/', '404'],
      ['nothing.png', '404'],
      ['%', '404'],
      ['..%2f..%2fetc/passwd', '404'],
      ['/other.example', '404'],
      ['//other.example/', '404'],
    ] as const) {
      const answer = await fetch(site.address + asked, { redirect: 'manual' });
      const { origin } = new URL(site.address);
      const to = answer.headers.get('location')?.replace(/^\//u, `${origin}/`);
      const shown = `${answer.status} ${to?.slice(site.address.length) ?? ''}`.trim();
      assert.equal(shown, expected, asked);
      await answer.body?.cancel();
    }
    const head = await fetch(url, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
    assert.equal((await fetch(url, { method: 'POST' })).status, 405);
    const answer = await visit(page, `${site.address}nothing/here/`);
    assert.equal(answer?.status(), 404);
    await shows(page, 'Page not found');
    faults.length = 0;
  });

  await t.test('answers only requests for names of this machine', async () => {
    const port = Number(new URL(site.address).port);
    for (const [host, status] of [
      [`127.0.0.1:${port}`, 200],
      [`news.localhost:${port}`, 200],
      ['[::1]', 200],
      [`other.example:${port}`, 403],
      ['localhost.other.example', 403],
    ] as const)
      assert.equal(await statusFor(port, host), status, host);
  });

  await t.test('shows an edited text without a reload by the reader', async () => {
    await visit(page, url);
    await site.change({ 'bridge.md': bridge('Trams crossed at one.') });
    await shows(page, 'Trams crossed at one.');
    assert.equal(site.printed(), '');
    await writeFile(start('bridge.md'), bridge('Lorries crossed at two.'));
    await shows(page, 'Lorries crossed at two.');
    await shows(page, 'This file has mistakes', { not: true });
    site.printed();
  });

  await t.test('shows the first box of an article with its style', async () => {
    await visit(page, url);
    await site.change({ 'bridge.md': bridge('Buses crossed.\n\n> [!NOTE]\n> Since three.') });
    await shows(page, 'Since three.');
    const padding = await page
      .locator('.box')
      .evaluate((box) => getComputedStyle(box).paddingTop);
    assert.notEqual(padding, '0px');
    await site.change({ 'bridge.md': bridge('Lorries crossed at two.') });
    await shows(page, 'Lorries crossed at two.');
    site.printed();
  });

  await t.test('shows a text that was removed from the cache', async () => {
    await rm(join(site.cacheDir, 'rendered'), { recursive: true });
    await visit(page, url);
    await shows(page, 'Lorries crossed at two.');
    for (const name of await readdir(site.cacheDir))
      if (name !== 'code') await remove(join(site.cacheDir, name));
    await visit(page, url);
    await shows(page, 'Lorries crossed at two.');
    await seePictures(page, 3);
    await remove(site.cacheDir);
    await site.change({ 'bridge.md': bridge('Vans crossed at two.') });
    await shows(page, 'Vans crossed at two.');
    await seePictures(page, 3);
    site.printed();
  });

  await t.test('shows the last state while the content folder is missing', async () => {
    await rename(site.contentDir, `${site.contentDir}-away`);
    const problem = `${site.contentDir}:1:1  folder: missing; put it back`;
    await shows(page, problem);
    await shows(page, 'Vans crossed at two.');
    await rename(`${site.contentDir}-away`, site.contentDir);
    await shows(page, problem, { not: true });
    assert.equal(site.printed().split('put it back').length, 2);
    await site.change({ 'bridge.md': bridge('Carts crossed at two.') });
    await shows(page, 'Carts crossed at two.');
  });

  await t.test('shows an edited text on a page that connects after the edit', async (t) => {
    const opened = await openPage(t);
    if (!opened) return;
    const { page: late } = opened;
    t.after(() => late.close());
    const connect = Promise.withResolvers<void>();
    await late.route('**/@changes', async (route) => {
      await connect.promise;
      await route.continue();
    });
    await visit(late, url);
    await site.change({ 'bridge.md': bridge('Buses crossed at four.') });
    await shows(page, 'Buses crossed at four.');
    connect.resolve();
    await shows(late, 'Buses crossed at four.');
  });

  await t.test(
    'shows a mistake above the last valid text, and keeps its translation',
    async () => {
      await site.change({ 'bridge.md': bridge('Nobody crossed.', 'soon') });
      const problem = `${start('bridge.md')}:3:7  date: expected a date such as 2026-03-04 or 2026-03-04T09:30+09:00, got "soon"`;
      await shows(page, problem);
      await shows(page, 'Below is the last version without any.');
      await shows(page, 'Buses crossed at four.');
      assert.equal(site.printed(), `${problem}\n`);
      await visit(page, `${site.address}ko/2026/05/20/bridge/`);
      await shows(page, '정오에 차가 건넜다.');
      await shows(page, 'Mistakes in other files');
      const unreadable = bridge('Nobody crossed.').replace('The bridge opens', '"The bridge');
      await site.change({ 'bridge.md': unreadable });
      await shows(page, 'valid YAML');
      await shows(page, '정오에 차가 건넜다.');
      await site.change({ 'bridge.md': bridge('Nobody crossed.', 'soon') });
      await shows(page, problem);
      site.printed();
      // Saving again must not report anything twice.
      await site.change({
        'ferry.md': article('The ferry goes', 'It sails beside [the bridge](bridge.md).'),
      });
      await visit(page, site.address);
      await shows(page, 'The ferry goes');
      await shows(page, problem);
      assert.equal(site.printed(), '');
    },
  );

  await t.test('removes the notice when the mistake is fixed', async () => {
    await visit(page, url);
    await site.change({ 'bridge.md': bridge('Buses crossed at three.') });
    await shows(page, 'Buses crossed at three.');
    assert.equal(await page.locator('.preview-notice').count(), 0);
    assert.equal(site.printed(), `${start('bridge.md')}: fixed\n`);
  });

  await t.test(
    'shows a new file, reports mistakes in another, and drops deleted ones',
    async () => {
      await visit(page, site.address);
      await site.change({ 'city/new.md': article('A new line', 'It [goes](nowhere.md) on.') });
      await shows(page, 'A new line');
      await shows(page, `${start('city/new.md')}:6:4  link: expected`);
      await visit(page, `${site.address}2026/05/20/new/`);
      await shows(page, 'It goes on.');
      await site.change({
        'city/new.md': article('A new line', 'It goes on.'),
        'odd.md': 'No front matter.\n',
      });
      await shows(page, `${start('odd.md')}:1:1`);
      site.printed();
      await site.change({ 'odd.md': null });
      await shows(page, start('odd.md'), { not: true });
      assert.equal(site.printed(), `${start('odd.md')}: removed\n`);
      await rename(start('city/new.md'), start('city/newer.md'));
      await shows(page, 'Page not found');
      await visit(page, `${site.address}2026/05/20/newer/`);
      await shows(page, 'It goes on.');
      await site.change({ 'city/newer.md': null });
      await shows(page, 'Page not found');
      faults.length = 0;
    },
  );

  await t.test('shows a new picture and a changed one', async () => {
    await visit(page, url);
    const source = () => page.getAttribute('.article-picture img', 'src');
    const before = await source();
    await site.change({ 'bridge.png': await picture('#33a') });
    await page.waitForFunction(
      (old) => document.querySelector('.article-picture img')?.getAttribute('src') !== old,
      before,
      { timeout: TIMEOUT_MS },
    );
    await seePictures(page, 3);
    await site.change({
      'tram.png': await picture('#aa3'),
      'bridge.md': bridge('![A tram](tram.png "Photo: Ann Lee")'),
    });
    await page.waitForSelector('img[alt="A tram"]');
    await seePictures(page, 4);
    assert.deepEqual(faults, []);
  });

  await t.test(
    'applies changes of publication.yaml, and keeps the last valid one while it has a mistake',
    async () => {
      const pier = publication.replace('The Quay', 'The Pier');
      await site.change({ 'publication.yaml': pier });
      await page.waitForSelector('.wordmark img[alt="The Pier"]');
      site.printed();
      await site.change({ 'publication.yaml': `${publication}\npageSize: many\n` });
      const problem = `${start('publication.yaml')}:5:11  pageSize: expected a number from 1 to 500, got "many"`;
      await shows(page, problem);
      await page.waitForSelector('.wordmark img[alt="The Pier"]');
      await site.change({ 'publication.yaml': pier, 'icon.svg': drawing('#33a') });
      await shows(page, problem, { not: true });
      const icon = () => fetch(new URL('/favicon.svg', site.address));
      assert.match(await (await icon()).text(), /#33a/u);
      await site.change({ 'icon.svg': '<svg' });
      await shows(
        page,
        `${start('publication.yaml')}:4:34  theme.icon: expected a square picture`,
      );
      assert.equal((await icon()).status, 200);
      site.printed();
      await site.change({
        'publication.yaml': `${publication}\npageSize: many\n`,
        'icon.svg': drawing('#33a'),
      });
      await shows(page, problem);
      await site.change({ 'ferry.md': article('The ferry waits', 'It waits.') });
      await visit(page, site.address);
      await shows(page, 'The ferry waits');
      await shows(page, problem);
      assert.equal(site.printed(), `${problem}\n`);
      await site.change({ 'publication.yaml': publication });
      await page.waitForSelector('.wordmark img[alt="The Quay"]');
      assert.equal(await page.locator('.preview-notice').count(), 0);
      assert.equal(site.printed(), `${start('publication.yaml')}: fixed\n`);
    },
  );

  await t.test('shows warnings about publication.yaml and files without a page', async () => {
    const place = start('publication.yaml');
    await visit(page, url);
    await site.change({
      'publication.yaml': `${publication}\npolicies: { ethics: /nowhere/ }\n`,
    });
    const problem = `${place}:5:21  warning: policies.ethics: expected the address of something published, got "/nowhere/"; correct it`;
    await shows(page, 'Warnings about the publication');
    await shows(page, problem);
    await site.change({ 'nothing.png.yaml': 'credit: Ann Lee\n' });
    await visit(page, `${site.address}ko/`);
    await shows(page, problem);
    await shows(page, 'Warnings about files without a page');
    await shows(page, `${start('nothing.png.yaml')}:1:1  warning: `);
    await visit(page, url);
    await shows(page, problem);
    await shows(page, start('nothing.png.yaml'), { not: true });
    await site.change({ 'nothing.png.yaml': null });
    await site.change({ 'publication.yaml': publication });
    await shows(page, place, { not: true });
    assert.equal(await page.locator('.preview-notice').count(), 0);
    site.printed();
  });

  assert.deepEqual(faults, []);
});

test('the live preview below a base path starts with a mistake in publication.yaml', async (t) => {
  const opened = await openPage(t);
  if (!opened) return;
  const { page, faults } = opened;
  const wrong = publication.replace('name: The Quay', 'name: []');
  const site = await startDev(
    t,
    { ...files, 'publication.yaml': wrong },
    { BASE_PATH: '/news/' },
  );
  assert.match(site.address, /\/news\/$/u);
  const asked = async (path: string) => {
    const answer = await fetch(new URL(path, site.address), { redirect: 'manual' });
    return [answer.status, answer.headers.get('location')];
  };
  assert.deepEqual(await asked('/news?a=b'), [308, '/news/?a=b']);
  assert.deepEqual(await asked('/news/ko?a=b'), [308, '/news/ko/?a=b']);
  assert.deepEqual(await asked('/'), [404, null]);
  assert.deepEqual(await asked('/newsroom/'), [404, null]);
  await visit(page, site.address);
  await shows(page, `${site.contentDir}/publication.yaml:1:7  name: expected text`);
  await site.change({ 'publication.yaml': publication });
  await page.waitForSelector('.wordmark img[alt="The Quay"]');
  await visit(page, `${site.address}2026/05/20/bridge/`);
  await seePictures(page, 3);
  await page.click('.settings-button');
  await page.waitForSelector('#ui-settings[open]');
  for (const address of await addressesOn(page)) {
    assert.match(address, /^\/news\//u);
    assert.equal((await fetch(new URL(address, site.address))).status, 200, address);
  }
  assert.deepEqual(faults, []);
});

test('the live preview of a changed project', async (t) => {
  const opened = await openPage(t);
  if (!opened) return;
  const { page } = opened;
  const root = await copyOfProject(t);
  const ferry = { 'ferry.md': article('The ferry stays', 'It sails.') };
  const site = await startDev(t, ferry, {}, root);
  assert.match(site.printed(), /^Dateline is at \S+\n$/u);

  await t.test('shows a changed template, and a mistake in it', async () => {
    await visit(page, `${site.address}2026/05/20/ferry/`);
    const template = join(root, 'src/site/components/ArticleView.astro');
    const code = await readFile(template, 'utf8');
    await writeFile(template, `${code}\n<p>Tides of today</p>\n`);
    await shows(page, 'Tides of today');
    await writeFile(template, `${code}\n<p>{tides}</p>\n`);
    await shows(page, 'tides is not defined');
    await writeFile(template, code);
    await shows(page, 'It sails.');
    site.printed();
  });

  await t.test('ends with one sentence when its packages are removed', async () => {
    await unlink(join(root, 'node_modules'));
    assert.equal(await site.ended, 75);
    assert.match(
      site.printed(),
      /^The packages in node_modules were removed or replaced while .*\n$/u,
    );
  });
});
