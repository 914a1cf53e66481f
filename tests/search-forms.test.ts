import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserOrSkip } from './browser.ts';
import { openSite, until } from './reading/reader.ts';
import { searchAgain } from './search/search-page.ts';
import { type Files, sharedSite } from './test-site.ts';

const article = (title: string, day: string, body: string) =>
  `---\ntitle: ${title}\ndate: ${day}\n---\n\n${body}\n`;

const files: Files = {
  'publication.yaml': 'name: Test\nlanguages: [en, ko, ja, de, fr, ar, zh-Hant, zh-Hans]\n',
  'quay.md': article(
    'A quay',
    '2026-01-06',
    '## Where\n\nThe first boat left Łódź for the harbour.\n\n| Boat | Seats |\n| --- | --- |\n| Heron | 40 |\n| Tern | 12 |',
  ),
  'pier.md': article(
    'A pier',
    '2024-03-05',
    'Two boats came into the harbor, without a toll. Mr O’Neill from Århus saw it.',
  ),
  'lock.md': article(
    'A lock',
    '2019-03-05',
    'Boats pay a toll at the harbors. It is 1,000,000 a year. Ｆｕｌｌ ships pay more.',
  ),
  'quay.ko.md':
    '---\ntitle: 새 부두\n---\n\n서울시의회가 교통요금 인상안을 다뤘다. 한국은행의 기준금리는 그대로다.\n',
  'quay.ja.md':
    '---\ntitle: 新しい岸壁\n---\n\n東京都議会の会議が開かれた。自動車工場とデータセンターの話も出た。ｺﾛﾅの後、りんごが増えた。\n',
  'quay.de.md':
    '---\ntitle: Der Kai\n---\n\nIn der Straße bei München wohnt Ærø. Das Bundesverfassungsgericht tagt; die Verfassung des Bundes und das Gericht sind alt.\n',
  'pier.de.md':
    '---\ntitle: Die Mole\n---\n\nDas Verfassungsgericht prüft einen Mietvertrag.\n',
  'lock.de.md': '---\ntitle: Die Schleuse\n---\n\nMiete ohne Vertrag.\n',
  'quay.fr.md':
    '---\ntitle: Le quai\n---\n\nL’œuvre est au bord de l’eau. Elle vaut 1\u202f000\u202f000 euros.\n',
  'quay.zh-Hant.md':
    '---\ntitle: 新碼頭\n---\n\n臺北市議會決定保留大橋。積體電路工廠在旁邊。\n',
  'quay.zh-Hans.md': '---\ntitle: 新码头\n---\n\n市议会决定保留大桥。龙井茶厂在旁边。\n',
  'quay.ar.md':
    '---\ntitle: الرصيف\n---\n\nقرب المدرسة القديمة والمدارس. كتـــاب أحمد فيه ١٢٣ صفحة.\n',
};

/** Queries by page, each with the headline that it finds and words that it marks. */
const queries: Readonly<
  Record<string, readonly (readonly [query: string, found: string, marked?: string])[]>
> = {
  '/search/': [
    ['lodz', 'A quay', 'Łódź'],
    ['harbour -toll', 'A quay', 'harbour'],
    ['harbor -toll', 'A quay', 'harbour'],
    ['harbour -harbor', ''],
    ['boats -toll', 'A quay'],
    ['boats -“a toll”', 'A quay'],
    ['heron', 'A quay', 'Heron'],
    ['neill', 'A pier', 'O’Neill'],
    ['oneill', 'A pier', 'O’Neill'],
    ['aarhus harbour', 'A pier', 'Århus'],
    ['1000000', 'A lock', '1,000,000'],
    ['1 000 000', 'A lock'],
    ['“came into the harbor” boats', 'A pier', 'came'],
    ['“into came”', ''],
    ['full', 'A lock', 'Ｆｕｌｌ'],
    ['lodz harbor', 'A quay', 'harbour'],
  ],
  '/ko/search/': [
    ['의회', '새 부두', '서울시의회가'],
    ['요금', '새 부두', '교통요금'],
    ['은행 금리', '새 부두'],
    ['의회 -요금', ''],
    ['서울 의회가', '새 부두', '서울시의회가'],
    ['은행에서', '새 부두', '한국은행의'],
  ],
  '/ja/search/': [
    ['会議', '新しい岸壁', '会議'],
    ['議会', '新しい岸壁'],
    ['工場', '新しい岸壁'],
    ['センター', '新しい岸壁'],
    ['せんたー', '新しい岸壁'],
    ['車工場', '新しい岸壁'],
    ['コロナ', '新しい岸壁'],
    ['リンゴ 工場', '新しい岸壁', 'りんご'],
    ['岸壁', '新しい岸壁'],
  ],
  '/de/search/': [
    ['strasse', 'Der Kai', 'Straße'],
    ['STRASSE', 'Der Kai', 'Straße'],
    ['muenchen', 'Der Kai', 'München'],
    ['aero', 'Der Kai', 'Ærø'],
    ['Gericht', 'Der Kai|Die Mole', 'Verfassungsgericht'],
    ['verfassungsgericht', 'Die Mole|Der Kai', 'Bundesverfassungsgericht'],
    ['Vertrag', 'Die Schleuse|Die Mole', 'Mietvertrag'],
  ],
  '/fr/search/': [
    ['oeuvre', 'Le quai', 'œuvre'],
    ['eau', 'Le quai', 'l’eau'],
    ['"bord de l’eau"', 'Le quai', 'bord'],
    ['1000000', 'Le quai'],
  ],
  '/ar/search/': [
    ['المدرسه', 'الرصيف'],
    ['مدرسة', 'الرصيف', 'المدرسة'],
    ['مدارس', 'الرصيف', 'والمدارس'],
    ['كتاب احمد', 'الرصيف', 'كتـــاب'],
    ['123', 'الرصيف', '١٢٣'],
  ],
  '/zh-hant/search/': [
    ['議會', '新碼頭', '議會'],
    ['台北', '新碼頭', '臺北'],
    ['電路', '新碼頭'],
    ['议会', '新碼頭', '議會'],
    ['电路 工厂', '新碼頭', '電路'],
    ['大桥', '新碼頭'],
    ['码头', '新碼頭'],
    ['碼頭', '新碼頭'],
  ],
  '/zh-hans/search/': [
    ['議會', '新码头', '议会'],
    ['龍井', '新码头', '龙井'],
    ['碼頭', '新码头'],
    ['码头', '新码头'],
  ],
  '/search/?language=all': [['oeuvre', 'Le quai']],
};

test('other forms of words', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, files);
  const reader = await openSite(t, browser, site.outDir);
  const headlines = async (page: Page) =>
    (await page.locator('.search-result h2').allInnerTexts()).join('|');

  await reader.open('/404.html', {}, async (page) => {
    for (const [address, expected] of Object.entries(queries)) {
      const first = encodeURIComponent(expected[0]?.[0] ?? '');
      await page.goto(`${reader.site}${address}${address.includes('?') ? '&' : '?'}q=${first}`);
      for (const [index, [query, found, marked]] of expected.entries())
        await t.test(`${query} at ${address} finds ${found || 'nothing'}`, async () => {
          if (index === 0) await until(() => headlines(page), found);
          else await searchAgain(page, query);
          assert.equal(await headlines(page), found);
          if (marked === undefined) return;
          const marks = await page.locator('.search-result mark').allInnerTexts();
          assert.ok(marks.join(' ').includes(marked), marks.join(' '));
          assert.doesNotMatch(
            await page.locator('.search-results').innerText(),
            /(?<!서)울시의회|(?<!교)통요금/u,
          );
        });
    }
  });

  await t.test(
    'an excerpt does not repeat its heading, and shows cells without full stops',
    () =>
      reader.open('/search/?q=heron', {}, async (page) => {
        await until(() => headlines(page), 'A quay');
        const part = page.locator('.search-result li a');
        assert.equal(await part.locator('strong').innerText(), 'Where');
        assert.match(await part.innerText(), /^Where\s+Heron · 40\. Tern · 12\.$/u);
        assert.match((await part.getAttribute('href')) ?? '', /#.*:~:text=.*Heron/u);
      }),
  );

  await t.test('articles are filtered by days and sorted', () =>
    reader.open('/search/?q=harbour', {}, async (page) => {
      const choose = (name: string, value: string) =>
        page.locator(`select[name=${name}]`).selectOption(value);
      const fill = (name: string, day: string) => page.locator(`[name=${name}]`).fill(day);
      await until(() => page.locator('.search-result').count(), 3);
      await choose('order', 'newest');
      await until(() => headlines(page), 'A quay|A pier|A lock');
      await choose('order', 'oldest');
      await until(() => headlines(page), 'A lock|A pier|A quay');
      await fill('to', '2019-03-05');
      await until(() => headlines(page), 'A lock');
      await fill('to', '2024-03-05');
      await until(() => headlines(page), 'A lock|A pier');
      await fill('from', '2019-03-06');
      await until(() => headlines(page), 'A pier');
      assert.equal(
        new URL(page.url()).search,
        '?q=harbour&from=2019-03-06&to=2024-03-05&order=oldest',
      );
      await fill('to', '');
      await until(() => headlines(page), 'A pier|A quay');
    }),
  );
});
