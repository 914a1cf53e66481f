import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { createReader, until } from './reading/reader.ts';
import { buildSite, type Files } from './test-site.ts';
import { writeIndex } from './write-index.ts';

const article = (title: string, day: string, body: string) =>
  `---\ntitle: ${title}\ndate: ${day}\n---\n\n${body}\n`;

const files: Files = {
  'publication.yaml': 'name: Test\nlanguages: [en, ko, ja, de, fr, ar]\n',
  'quay.md': article(
    'A quay',
    '2026-01-06',
    '## Where\n\nThe first boat left Łódź for the harbour.\n\n| Boat | Seats |\n| --- | --- |\n| Heron | 40 |\n| Tern | 12 |',
  ),
  'pier.md': article('A pier', '2024-03-05', 'Two boats came into the harbor, without a toll.'),
  'lock.md': article('A lock', '2019-03-05', 'Boats pay a toll at the harbors.'),
  'quay.ko.md':
    '---\ntitle: 새 부두\n---\n\n서울시의회가 교통요금 인상안을 다뤘다. 한국은행의 기준금리는 그대로다.\n',
  'quay.ja.md':
    '---\ntitle: 新しい岸壁\n---\n\n東京都議会の会議が開かれた。自動車工場とデータセンターの話も出た。\n',
  'quay.de.md': '---\ntitle: Der Kai\n---\n\nIn der Straße bei München wohnt Ærø.\n',
  'quay.fr.md': '---\ntitle: Le quai\n---\n\nUne œuvre au bord de l’eau.\n',
  'quay.ar.md': '---\ntitle: الرصيف\n---\n\nقرب المدرسة القديمة.\n',
};

test('words are found by their other forms', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);
  const server = await serveFolder(site.outDir);
  t.after(server.close);
  const reader = createReader(browser, server.address.slice(0, -1));
  const headlines = async (page: Page) =>
    (await page.locator('.search-result h2').allInnerTexts()).join('|');

  const queries: readonly [path: string, query: string, found: string, marked?: string][] = [
    ['/search/', 'lodz', 'A quay', 'Łódź'],
    ['/search/', 'harbour -toll', 'A quay', 'harbour'],
    ['/search/', 'harbor -toll', 'A quay', 'harbour'],
    ['/search/', 'harbour -harbor', ''],
    ['/search/', 'boats -toll', 'A quay'],
    ['/search/', 'boats -“a toll”', 'A quay'],
    ['/search/', 'heron', 'A quay', 'Heron'],
    ['/ko/search/', '의회', '새 부두', '서울시의회가'],
    ['/ko/search/', '요금', '새 부두', '교통요금'],
    ['/ko/search/', '은행 금리', '새 부두'],
    ['/ko/search/', '의회 -요금', ''],
    ['/ja/search/', '会議', '新しい岸壁', '会議'],
    ['/ja/search/', '議会', '新しい岸壁'],
    ['/ja/search/', '工場', '新しい岸壁'],
    ['/ja/search/', 'センター', '新しい岸壁'],
    ['/de/search/', 'strasse', 'Der Kai', 'Straße'],
    ['/de/search/', 'STRASSE', 'Der Kai', 'Straße'],
    ['/de/search/', 'muenchen', 'Der Kai', 'München'],
    ['/de/search/', 'aero', 'Der Kai', 'Ærø'],
    ['/fr/search/', 'oeuvre', 'Le quai', 'œuvre'],
    ['/ar/search/', 'المدرسه', 'الرصيف'],
    ['/search/?language=all', 'oeuvre', 'Le quai'],
  ];
  for (const [path, query, found, marked] of queries) {
    await t.test(`${query} at ${path} finds ${found || 'nothing'}`, () =>
      reader.open(path, {}, async (page) => {
        const hint = await page.locator('.search-status').innerText();
        await page.locator('.search input').fill(query);
        await page.locator('.search form button').click();
        await until(async () => {
          const said = await page.locator('.search-status').innerText();
          return said !== hint && !said.endsWith('…');
        }, true);
        await until(() => headlines(page), found);
        if (marked === undefined) return;
        const marks = await page.locator('.search-result mark').allInnerTexts();
        assert.ok(marks.join(' ').includes(marked), marks.join(' '));
        assert.doesNotMatch(
          await page.locator('.search-results').innerText(),
          /(?<!서)울시의회|(?<!교)통요금/u,
        );
      }),
    );
  }

  await t.test('an excerpt does not repeat its heading, nor end cells like sentences', () =>
    reader.open('/search/?q=heron', {}, async (page) => {
      await until(() => headlines(page), 'A quay');
      const part = page.locator('.search-result li a');
      assert.equal(await part.locator('strong').innerText(), 'Where');
      assert.match(
        await part.innerText(),
        /^Where\s+The first boat left Łódź for the harbour\. Boat · Seats\. Heron · 40\. Tern · 12\.$/u,
      );
      assert.match((await part.getAttribute('href')) ?? '', /#.*:~:text=.*Heron/u);
    }),
  );

  await t.test('articles are found by years and put in order', () =>
    reader.open('/search/?q=harbour', {}, async (page) => {
      const choose = (name: string, value: string) =>
        page.locator(`select[name=${name}]`).selectOption(value);
      await until(() => page.locator('.search-result').count(), 3);
      await choose('order', 'newest');
      await until(() => headlines(page), 'A quay|A pier|A lock');
      await choose('order', 'oldest');
      await until(() => headlines(page), 'A lock|A pier|A quay');
      await choose('year', '2019');
      await until(() => headlines(page), 'A lock');
      await choose('to', '2024');
      await until(() => headlines(page), 'A lock|A pier');
      assert.equal(new URL(page.url()).search, '?q=harbour&year=2019&to=2024&order=oldest');
      await choose('year', '');
      await until(() => headlines(page), 'A lock|A pier');
    }),
  );

  await t.test('an index in parts is put in order as a whole', async () => {
    const days = ['2019-03-01', '2019-04-01', '2022-03-01', '2022-04-01', '2022-05-01'];
    const place = join(site.outDir, 'search/files');
    await rm(place, { recursive: true });
    await writeIndex(site.outDir, {
      records: days.map((day) => ({
        ...{ address: `/${day}/`, language: 'en', headline: day, day, date: day },
        ...{ topics: [], body: day },
      })),
      bodyOf: async (key) => `<p id="p-a">Rivets of ${key}.</p>`,
      cacheDir: join(site.outDir, '..', 'parts-cache'),
      max: 3,
    });
    await reader.open('/search/?q=rivets&order=newest', {}, async (page) => {
      await until(() => headlines(page), days.toReversed().join('|'));
      await page.locator('select[name=order]').selectOption('oldest');
      await until(() => headlines(page), days.join('|'));
    });
    await reader.open('/search/?to=2026', {}, async (page) => {
      await until(() => headlines(page), days.toReversed().join('|'));
    });
  });
});
