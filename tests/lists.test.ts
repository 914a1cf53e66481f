import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { buildSite, type Files } from './test-site.ts';

const article = (title: string, day: string, ...fields: string[]) =>
  `${['---', `title: ${title}`, `date: ${day}`, ...fields, '---'].join('\n')}\n\nIt came in.\n`;

/** One article a month from January 2024 to December 2025, and eight more in March 2025. */
function articles(): Files {
  const files: Record<string, string> = {};
  for (let index = 0; index < 24; index++) {
    const month = String((index % 12) + 1).padStart(2, '0');
    const day = `${2024 + Math.floor(index / 12)}-${month}-05`;
    files[`tide-${index}.md`] = article(`Tide ${index}`, day, 'section: Harbour');
  }
  for (let index = 0; index < 8; index++)
    files[`fog-${index}.md`] = article(`Fog ${index}`, `2025-03-1${index}`, 'section: Harbour');
  return files;
}

test('links between pages of lists', async (t) => {
  const site = await buildSite(t, {
    'publication.yaml': 'name: Test\npageSize: 4\nlanguages: [en, ko]\nextras: [days]\n',
    ...articles(),
    'tide-3.ko.md': '---\ntitle: 밀물\n---\n\n물이 들어왔다.\n',
  });
  assert.equal(site.code, 0, site.stderr);
  const hrefs = (html: string, part: RegExp) =>
    [...(part.exec(html)?.[0] ?? '').matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href);
  const pager = /<nav class="list-links pager".*?<\/nav>/su;

  for (const list of ['page/', 'section/harbour/']) {
    await t.test(`the pages of /${list} link to each other and to the newest`, async () => {
      const newest = await site.read(`${list}index.html`);
      assert.equal(newest.match(/<article/gu)?.length, 4);
      const known = new Set([`/${list}`]);
      for (const address of known)
        for (const href of hrefs(await site.read(`${address.slice(1)}index.html`), pager))
          known.add(href);
      assert.equal(known.size, 8);
      assert.ok(hrefs(newest, pager).includes(`/${list}1/`));
      for (const address of known) {
        const links = hrefs(await site.read(`${address.slice(1)}index.html`), pager);
        if (address !== `/${list}`) assert.ok(links.includes(`/${list}`), address);
      }
    });
  }

  await t.test('a list with several pages links to its years', async () => {
    const links = hrefs(
      await site.read('section/harbour/index.html'),
      /<nav class="list-links" .*?<\/nav>/su,
    );
    assert.deepEqual(links, [
      '/section/harbour/#ui-year-2025',
      '/section/harbour/3/#ui-year-2024',
    ]);
    assert.match(await site.read('section/harbour/3/index.html'), /id="ui-year-2024"/u);
  });

  await t.test('the page of a year lists articles of each month', async () => {
    const year = await site.read('2025/index.html');
    assert.ok(hrefs(year, /<main.*<\/main>/su).length > 12 + 16);
    assert.match(year, /href="\/2025\/03\/17\/fog-7\/"/u);
    assert.match(year, /9 articles/u);
    assert.ok(hrefs(year, pager).includes('/2024/'));
    assert.ok(hrefs(await site.read('2024/index.html'), pager).includes('/2025/'));
  });

  await t.test('a month links to its year and the months around it', async () => {
    const month = await site.read('2025/03/index.html');
    const links = hrefs(month, /<nav class="list-links" .*?<\/nav>/su);
    assert.deepEqual(links, ['/2025/', '/2025/04/', '/2025/02/', '/on-this-day/']);
  });

  await t.test('the days of every year link to articles of several years', async () => {
    const days = hrefs(await site.read('on-this-day/index.html'), /<main.*<\/main>/su);
    assert.equal(days.filter((href) => href.startsWith('/on-this-day/')).length, 12);
    const day = hrefs(await site.read('on-this-day/03-05/index.html'), /<main.*<\/main>/su);
    for (const href of ['/2025/03/', '/2025/03/05/tide-14/', '/2024/03/', '/on-this-day/'])
      assert.ok(day.includes(href), href);
    assert.match(await site.read('2024/03/05/tide-2/index.html'), /href="\/on-this-day\/"/u);
  });

  await t.test(
    'a script marks today among the days of every year; axe finds nothing on lists',
    async (t) => {
      const browser = await browserOrSkip(t);
      if (browser === undefined) return;
      const served = await serveFolder(site.outDir);
      t.after(() => served.close());
      const context = await browser.newContext({ timezoneId: 'Pacific/Kiritimati' });
      t.after(() => context.close());
      await context.clock.setFixedTime('2026-03-04T12:00:00Z');
      const page = await context.newPage();
      await page.goto(`${new URL(served.address).origin}/on-this-day/`);
      const today = page.locator('[aria-current="date"]');
      await today.waitFor();
      assert.equal(await today.locator('a').getAttribute('href'), '/on-this-day/03-05/');

      await page.setViewportSize({ width: 360, height: 740 });
      for (const address of [
        'on-this-day/',
        'on-this-day/03-05/',
        '2025/',
        '2025/03/',
        'page/3/',
      ]) {
        await page.goto(`${new URL(served.address).origin}/${address}`);
        assert.deepEqual(await axeFindings(page), [], address);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= 360, `${address} scrolls sideways`);
      }
    },
  );

  await t.test(
    'new articles change an older page only in its links to newer pages',
    async () => {
      const before = await site.read('section/harbour/1/index.html');
      const without = (html: string) =>
        html.replace(pager, (nav) => nav.replace(/<li>(?:(?!<li>).)*?<\/li>/gsu, ''));
      const more = Object.fromEntries(
        Array.from({ length: 5 }, (_, index) => [
          `ebb-${index}.md`,
          article(`Ebb ${index}`, `2026-01-1${index}`, 'section: Harbour'),
        ]),
      );
      const after = await site.rebuild(more);
      assert.equal(after.code, 0, after.stderr);
      const now = await after.read('section/harbour/1/index.html');
      assert.equal(without(now), without(before));
      assert.ok(hrefs(await after.read('section/harbour/8/index.html'), pager).length > 3);
      assert.equal(
        (await after.read('section/harbour/index.html')).match(/<article/gu)?.length,
        5,
      );
    },
  );
});
