import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { checkSitemap } from './check-sitemap.ts';
import { type BuiltSite, buildSite, type Files } from './test-site.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

function article(title: string, date: string, ...fields: string[]): string {
  return [
    '---',
    `title: ${title}`,
    `date: ${date}`,
    ...fields,
    '---',
    '',
    `Text of ${title}.`,
    '',
  ].join('\n');
}

/** Articles of 14 months, one on every sixth day, in two sections and five topics. */
function manyArticles(): Files {
  const files: Record<string, string> = {};
  for (let index = 0; index < 69; index += 1) {
    const day = new Date(Date.UTC(2025, 2, 1 + index * 6)).toISOString().slice(0, 10);
    files[`n${index}.md`] = article(
      `Story ${index}`,
      day,
      `summary: Of story ${index}.`,
      `section: ${index % 2 ? 'World' : 'City'}`,
      `topics: [Topic ${index % 5}]`,
    );
  }
  return files;
}

const folder: Files = {
  'publication.yaml': [
    'name: Test',
    'languages: [en, ko, ar]',
    'sections: [World, City]',
    'pageSize: 5',
    'extras: [markdown]',
    'contact: desk@news.example',
    'security: {contact: security@news.example, expires: 2027-01-31}',
    '',
  ].join('\n'),
  ...manyArticles(),
  'bridge.png': picture,
  'bridge.md': [
    '---',
    '# not for readers',
    'title: A bridge & more',
    'date: 2026-05-31T18:30+09:00',
    'section: City',
    'topics: [Topic 1]',
    'image: {file: ./bridge.png, alt: A dot, credit: Ann via Commons}',
    '---',
    '',
    'See [the other](n3.md), [below](#plans) and a note.[^1] ![dot](bridge.png)',
    '',
    '## Plans',
    '',
    '<!-- ask again --> None.',
    '',
    '[^1]: Noted.',
    '',
  ].join('\n'),
  'bridge.ko.md': '---\ntitle: 다리\n---\n\n다리를 짓는다.\n',
  'bridge.ar.md': '---\ntitle: جسر\n---\n\nيُبنى جسر.\n',
  'borrowed.md': article('Borrowed', '2026-05-31', 'source: https://elsewhere.example/b'),
  'pages/about.md': '---\ntitle: About\n---\n\nWe.\n',
};

/** The files that differ from before. */
async function changedSince(
  before: Record<string, string>,
  site: BuiltSite,
): Promise<string[]> {
  const now = await site.hashes();
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((file) => before[file] !== now[file])
    .sort();
}

test('the files of a site for programs', async (t) => {
  const site = await buildSite(t, folder);
  assert.equal(site.code, 0, site.stderr);
  const files = await site.list();
  const feedFiles = files.filter((file) =>
    /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/u.test(file),
  );
  let last = await site.hashes();

  const exists = (url: string) => {
    const path = decodeURIComponent(
      url.replace('https://news.example/', '').replace(/#.*$/u, ''),
    );
    return files.includes(path === '' || path.endsWith('/') ? `${path}index.html` : path);
  };

  await t.test('feed readers parse every feed, and every address in it exists', async () => {
    // Three editions: two with one section and one topic, and English with two and five.
    assert.equal(feedFiles.length, 3 * (1 + 2 + 5 + 2 * (1 + 1 + 1)));
    for (const file of feedFiles) {
      const text = await site.read(file);
      const links = file.endsWith('.json')
        ? (parseJsonFeed(text).items ?? []).map(({ url }) => url)
        : (await new RssParser().parseString(text)).items.map(({ link }) => link);
      assert.ok(links.length > 0 && links.length <= 30, file);
      for (const link of links) assert.ok(link && exists(link), `${file}: ${link}`);
      const own = text.matchAll(/https:\/\/news\.example\/[^\s"'<>\\)]*/gu);
      for (const [url] of own) assert.ok(exists(url), `${file}: ${url}`);
    }
  });

  await t.test('an entry is complete: full text, picture with credit, footnotes', async () => {
    const { entries = [] } = parseAtomFeed(await site.read('section/city/atom.xml'));
    const [entry] = entries;
    assert.equal(entry?.title?.value, 'A bridge & more');
    const html = entry?.content?.value ?? '';
    const page = 'https://news.example/2026/05/31/bridge/';
    assert.match(html, /^<figure><img src="https:\/\/news\.example\/assets\/[^"]+" /u);
    assert.match(html, /<figcaption>Featured image credits: Ann via Commons<\/figcaption>/u);
    assert.ok(html.includes('<a href="https://news.example/2025/03/19/n3/">the other</a>'));
    assert.ok(html.includes(`<a href="${page}#plans">below</a>`));
    assert.ok(html.includes(`<sup><a href="${page}#ui-fn-1">1</a></sup>`));
    assert.match(html, /<ol>\s*<li>\s*<p>Noted\. ?<\/p>\s*<\/li>\s*<\/ol>/u);
    assert.doesNotMatch(html, /\s(?:id|class|style|role|aria-\w+|tabindex)=|<!--|ask again/u);
  });

  await t.test(
    'the sitemaps are valid and list every page except those copied from elsewhere',
    async () => {
      const index = await site.read('sitemap-index.xml');
      assert.deepEqual(await checkSitemap(index, 'siteindex'), []);
      const listed = [...index.matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, url = '']) => url);
      const pages = new Set<string>();
      for (const url of listed) {
        assert.ok(exists(url), url);
        const xml = await site.read(url.replace('https://news.example/', ''));
        assert.deepEqual(await checkSitemap(xml, 'sitemap'), [], url);
        for (const [, page = ''] of xml.matchAll(/<loc>(.*?)<\/loc>/gu)) {
          assert.ok(exists(page), page);
          assert.ok(!pages.has(page), page);
          pages.add(page);
        }
      }
      assert.ok(pages.has('https://news.example/ko/2026/05/31/bridge/'));
      assert.ok(pages.has('https://news.example/about/'));
      assert.ok(!pages.has('https://news.example/2026/05/31/borrowed/'));
      const articles = files.filter((file) =>
        /\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/u.test(file),
      ).length;
      assert.equal(
        [...pages].filter((page) => /\/\d\d\/[^/]+\/$/u.test(page)).length,
        articles - 1,
      );

      const news = await site.read('news-sitemap.xml');
      assert.deepEqual(await checkSitemap(news, 'sitemap'), []);
      assert.deepEqual(
        [...news.matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, url = '']) => new URL(url).pathname),
        ['/2026/05/31/bridge/', '/ar/2026/05/31/bridge/', '/ko/2026/05/31/bridge/'],
      );
    },
  );

  await t.test('each article has its Markdown, without comments', async () => {
    const markdown = await site.read('2026/05/31/bridge.md');
    assert.match(markdown, /^---\ntitle: A bridge & more\n/u);
    assert.doesNotMatch(markdown, /not for readers|ask again/u);
    assert.match(
      markdown,
      /See \[the other\]\(https:\/\/[^/]+\/2025\/03\/19\/n3\/\), \[below\]\(#plans\)/u,
    );
    const addresses = [...markdown.matchAll(/https:\/\/[^/\s"]+\/(assets\/[^\s")]+)/gu)];
    assert.equal(addresses.length, 2);
    for (const [, file = ''] of addresses) assert.ok((await site.list()).includes(file), file);
    assert.equal(await site.read('ko/2026/05/31/bridge.md'), folder['bridge.ko.md']);
  });

  await t.test('pages link to their feeds and their Markdown', async () => {
    const forms = async (file: string) =>
      [
        ...(await site.read(file)).matchAll(
          /<link rel="alternate" type="([^"]+)" href="([^"]+)"/gu,
        ),
      ]
        .filter(([, type]) => type !== 'text/html')
        .map(([, , href]) => href);
    assert.deepEqual(await forms('ko/section/city/index.html'), [
      '/ko/section/city/feed.xml',
      '/ko/section/city/atom.xml',
      '/ko/section/city/feed.json',
      '/ko/feed.xml',
      '/ko/atom.xml',
      '/ko/feed.json',
    ]);
    assert.deepEqual((await forms('2026/05/31/bridge/index.html')).slice(0, 2), [
      '/2026/05/31/bridge.md',
      '/feed.xml',
    ]);
    assert.deepEqual(await forms('404.html'), []);
  });

  await t.test('a day of the calendar links to its articles, also on older pages', async () => {
    const month = await site.read('2025/05/index.html');
    const links = [...month.matchAll(/<td>\s*<a href="([^"#]+)#(ui-day-\d\d)"/gu)];
    assert.equal(links.length, 5);
    for (const [, page = '', id] of links) {
      const html = await site.read(`${page.slice(1)}index.html`);
      assert.ok(html.includes(`id="${id}"`), `${page}#${id}`);
    }
    assert.match(month, /aria-label="6 May 2025: 1 article"/u);
    assert.match(
      await site.read('ar/2026/05/index.html'),
      /<th scope="col">\s*<abbr title="السبت">/u,
    );
    assert.match(
      await site.read('topic/index.html'),
      /Topic 0<\/a>\s*<bdi class="count">14 articles</u,
    );
  });

  await t.test(
    'a reader who opens a feed sees what it is, in light and dark themes',
    async (shown) => {
      const browser = await browserOrSkip(shown);
      if (browser === undefined) return;
      const served = await serveFolder(site.outDir);
      shown.after(() => served.close());
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      for (const [path, words] of [
        ['feed.xml', 'This is a web feed'],
        ['ko/atom.xml', '이것은 웹 피드입니다'],
      ]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.goto(served.address + path);
          const seen = await page.evaluate(() => {
            const root = document.documentElement;
            const visible = [...document.querySelectorAll('*')].filter(
              (element) => element.children.length === 0 && element.getClientRects().length > 0,
            );
            return {
              words: getComputedStyle(root, '::before').content,
              paper: getComputedStyle(root).backgroundColor,
              names: [...new Set(visible.map(({ localName }) => localName))],
              wide: root.scrollWidth,
            };
          });
          assert.ok(seen.words.includes(words ?? ''), `${path}: ${seen.words}`);
          assert.equal(
            seen.paper,
            colorScheme === 'dark' ? 'rgb(23, 22, 20)' : 'rgb(253, 252, 249)',
          );
          assert.ok(seen.names.includes('title'));
          assert.ok(!seen.names.includes('encoded') && !seen.names.includes('content'));
          assert.ok(seen.wide <= 360, `${path} is ${seen.wide} px wide`);
        }
      }
    },
  );

  await t.test(
    'an edit of a text changes only its page, its Markdown and its feeds',
    async () => {
      const story = folder['n67.md'];
      assert.ok(typeof story === 'string');
      const edited = await site.rebuild({ 'n67.md': story.replace('Text of', 'Words of') });
      assert.equal(edited.code, 0, edited.stderr);
      const feeds = ['', 'section/world/', 'topic/topic-2/'].flatMap((list) =>
        ['atom.xml', 'feed.json', 'feed.xml'].map((name) => list + name),
      );
      const day = '2026/04/07/n67';
      assert.deepEqual(
        await changedSince(last, edited),
        [...feeds, `${day}.md`, `${day}/index.html`].sort(),
      );
      const before = parseAtomFeed(await site.read('atom.xml'));
      assert.equal(before.entries?.[0]?.updated, '2026-05-31T09:30:00.000Z');
      last = await edited.hashes();
    },
  );

  await t.test('a new article changes only its neighbours, lists and feeds', async () => {
    const grown = await site.rebuild({
      'new.md': article('New', '2026-06-01T10:00Z', 'section: World', 'topics: [Topic 1]'),
    });
    assert.equal(grown.code, 0, grown.stderr);
    const lists = ['', 'section/world/', 'topic/topic-1/'];
    assert.deepEqual(
      await changedSince(last, grown),
      [
        ...lists.flatMap((list) =>
          ['atom.xml', 'feed.json', 'feed.xml', 'index.html'].map((name) => list + name),
        ),
        '2026/06/01/new.md',
        '2026/06/01/new/index.html',
        '2026/06/index.html',
        '2026/index.html',
        // The previous month, which now links to the next one.
        '2026/05/index.html',
        // Pages of its section that link to the page that is now full.
        'section/world/4/index.html',
        'section/world/5/index.html',
        'section/world/6/index.html',
        // The previous article of its section.
        '2026/04/07/n67/index.html',
        // The numbers of articles by year.
        'archive/index.html',
        'llms.txt',
        'news-sitemap.xml',
        'page/index.html',
        'section/index.html',
        'sitemap-2026.xml',
        'sitemap-index.xml',
        'sitemap-pages.xml',
        'topic/index.html',
      ].sort(),
    );
  });
});

test('a site without an address has no feeds and sitemaps, and no links to them', async (t) => {
  const site = await buildSite(
    t,
    {
      'a.md': article('A', '2026-01-06'),
      'publication.yaml':
        'extras: []\nsecurity:\n  contact: a@news.example\n  expires: 2026-05-31\n',
    },
    { SITE_URL: '', BASE_PATH: '/news/' },
  );
  assert.equal(site.code, 0, site.stderr);
  assert.match(site.stderr, /so feeds, sitemaps and canonical links are left out/u);
  const files = await site.list();
  assert.deepEqual(
    files.filter(
      (file) => /\.(?:xml|json|opml|md|txt)$/u.test(file) && !file.startsWith('assets/'),
    ),
    ['.well-known/security.txt', 'llms.txt', 'robots.txt'],
  );
  assert.doesNotMatch(await site.read('index.html'), /feed\.xml|rel="alternate"/u);
  assert.match(await site.read('llms.txt'), /\(\/news\/2026\/01\/06\/a\/\)/u);
  assert.match(await site.read('robots.txt'), /not this file below \/news\//u);
  // An expired date is reported with its position.
  assert.match(
    site.stderr,
    /publication\.yaml:4:12 {2}warning: security\.expires: expected a date in the future/u,
  );
  assert.match(
    await site.read('.well-known/security.txt'),
    /^Expires: 2026-05-31T00:00:00Z$/mu,
  );
});
