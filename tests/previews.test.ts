import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import readOpenGraph from 'open-graph-scraper';
import sharp from 'sharp';
import { unfurl } from 'unfurl.js';
import { htmlRules } from './html-rules.ts';
import { paragraphs, previewsContent, previewsPages } from './previews-content.ts';
import { checkGraph } from './schema-org/check-graph.ts';
import { loadVocabulary } from './schema-org/load-vocabulary.ts';
import { type BuiltSite, buildSite } from './test-site.ts';

const headline = 'Four districts vote to keep their bridge </script>';
const summary = 'After two years of hearings the council has made up its mind.';
const address = 'https://news.example/2026/05/20/bridge/';

test('data of pages for programs', async (t) => {
  const site = await buildSite(t, previewsContent);
  assert.equal(site.code, 0, site.stderr);
  const html = await site.read(previewsPages.article);

  await t.test('open-graph-scraper reads an article', async () => {
    const { error, result } = await readOpenGraph({ html });
    assert.equal(error, false);
    const { ogImage, ...others } = result;
    assert.equal(others.ogTitle, headline);
    assert.equal(others.ogDescription, summary);
    assert.equal(others.ogType, 'article');
    assert.equal(others.ogUrl, address);
    assert.equal(others.ogSiteName, 'The Harbour Post');
    assert.equal(others.ogLocale, 'en_US');
    assert.equal(others.articlePublishedTime, '2026-05-20T18:30+09:00');
    assert.equal(others.articleModifiedTime, '2026-05-21T09:00+09:00');
    assert.equal(others.articleSection, 'City');
    assert.equal(others.twitterCard, 'summary_large_image');
    assert.equal(ogImage?.length, 1);
    const { alt, height, type, url, width } = ogImage?.[0] ?? {};
    assert.match(url ?? '', /^https:\/\/news\.example\/assets\/\w+\.jpg$/u);
    assert.deepEqual([String(width), String(height)], ['1200', '630']);
    assert.deepEqual([type, alt], ['image/jpeg', 'The bridge at dusk']);
  });

  await t.test('unfurl.js reads an article', async () => {
    const fetch = async () => new Response(html, { headers: { 'Content-Type': 'text/html' } });
    const read = await unfurl(address, { oembed: false, fetch });
    assert.equal(read.title, `${headline} – The Harbour Post`);
    assert.equal(read.description, summary);
    assert.equal(read.canonical_url, address);
    assert.equal(read.open_graph.title, headline);
    // Missing in its types.
    const { articles } = read.open_graph as unknown as { articles?: Record<string, string>[] };
    const [article] = articles ?? [];
    assert.equal(article?.['published_time'], '2026-05-20T18:30+09:00');
    assert.equal(article?.['modified_time'], '2026-05-21T09:00+09:00');
    const [image] = read.open_graph.images ?? [];
    assert.deepEqual([Number(image?.width), Number(image?.height)], [1200, 630]);
    assert.equal(read.twitter_card.card, 'summary_large_image');
  });

  await t.test('Readability finds headline, byline, date and the whole text', () => {
    const { document } = parseHTML(html);
    const read = new Readability(document as unknown as Document).parse();
    assert.equal(read?.title, headline);
    for (const name of ['Lena Park', 'Omar Diaz'])
      assert.ok(read?.byline?.includes(name), `${read?.byline}`);
    assert.equal(read?.publishedTime, '2026-05-20T18:30+09:00');
    assert.equal(read?.siteName, 'The Harbour Post');
    assertAllText(read?.textContent);
  });

  await t.test('defuddle finds headline, byline, date and the whole text', async () => {
    const { document } = parseHTML(html);
    Object.assign(document, { styleSheets: [] });
    const options = { useAsync: false } as const;
    const read = await Defuddle(document as unknown as Document, address, options);
    assert.equal(read.title, headline);
    for (const name of ['Lena Park', 'Omar Diaz'])
      assert.ok(read.author.includes(name), read.author);
    assert.equal(read.published, '2026-05-20T18:30+09:00');
    assertAllText(read.content.replace(/<[^>]+>/gu, ''));
  });

  await t.test('html-validate finds no error on a page of any kind', async () => {
    const validator = new HtmlValidate(htmlRules);
    for (const [kind, path] of Object.entries(previewsPages)) {
      const { results } = await validator.validateString(await site.read(path), path);
      const messages = results.flatMap((result) =>
        result.messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`),
      );
      assert.deepEqual(messages, [], kind);
    }
    const { valid } = await validator.validateString('<p>A<p id=a><b id=a>B</b>');
    assert.equal(valid, false);
  });

  await t.test('every page that may be found has valid structured data', async () => {
    const schema = await loadVocabulary();
    const hidden = ['offline', 'notFound', 'redirect'];
    for (const [kind, path] of Object.entries(previewsPages)) {
      const graphs = graphsOf(await site.read(path));
      assert.equal(graphs.length, hidden.includes(kind) ? 0 : 1, kind);
      for (const graph of graphs) assert.deepEqual(checkGraph(graph, schema), [], kind);
    }
  });

  await t.test('a picture has the same credit in the text and in structured data', async () => {
    const [graph] = graphsOf(html);
    const [picture, card] = graph?.['@graph'][0]?.image ?? [];
    const credit = 'Mina Choi via City Archive';
    const text = html.replace(/<[^>]+>/gu, '').replace(/\s+/gu, ' ');
    assert.ok(text.includes(`Featured image credits: ${credit}`));
    assert.deepEqual([picture.creditText, card.creditText], [credit, credit]);
    assert.equal(picture.license, 'https://creativecommons.org/licenses/by/4.0/');
  });

  await t.test('versions in other languages link to each other', async () => {
    const lists = await Promise.all(
      [previewsPages.article, previewsPages.korean, previewsPages.arabic].map(async (path) =>
        [...(await site.read(path)).matchAll(/<link rel="alternate" hreflang[^>]*>/gu)].map(
          ([tag]) => tag,
        ),
      ),
    );
    assert.equal(lists[0]?.length, 4);
    assert.deepEqual(lists[1], lists[0]);
    assert.deepEqual(lists[2], lists[0]);
  });

  await t.test('the picture of every page exists and has the stated size', async () => {
    for (const path of Object.values(previewsPages)) {
      const { name, width, height } = imageOf(await site.read(path)) ?? {};
      if (name === undefined) continue;
      const file = await sharp(join(site.outDir, 'assets', name)).metadata();
      assert.deepEqual([file.width, file.height], [width, height], path);
    }
  });

  await t.test('the card of an article is cropped to 1200 x 630', async () => {
    const { name, width, height } = imageOf(await site.read(previewsPages.card)) ?? {};
    assert.deepEqual([width, height], [1200, 630]);
    const { data } = await sharp(await readFile(join(site.outDir, 'assets', name ?? '')))
      .extract({ left: 600, top: 300, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const [index, value] of [0x20, 0x60, 0x30].entries())
      assert.ok(Math.abs((data[index] ?? 0) - value) <= 2, `${data}`);
  });

  await t.test(
    'a card that cannot be drawn is a warning, and that of the edition is shown',
    async () => {
      const { name = '' } = imageOf(await site.read(previewsPages.front)) ?? {};
      for (const path of [previewsPages.thai, previewsPages.page])
        assert.equal(imageOf(await site.read(path))?.name, name, path);
      const { name: instead = '' } = imageOf(await site.read(previewsPages.broken)) ?? {};
      const [same, expected] = await Promise.all(
        [instead, name].map((file) => sharp(join(site.outDir, 'assets', file)).stats()),
      );
      for (const [index, { mean }] of (same?.channels ?? []).slice(0, 3).entries())
        assert.ok(Math.abs(mean - (expected?.channels[index]?.mean ?? 0)) < 2, `${mean}`);
      const { contentDir } = site;
      assert.ok(
        site.stderr.includes(
          `${contentDir}/broken.md:4:7  warning: card: expected a picture (.jpg, .png, .webp, .avif, .gif), got `,
        ),
        site.stderr,
      );
      assert.match(
        site.stderr,
        /thai\.md:1:1 {2}warning: card: expected letters that the fonts of share cards have, got ข่ \(U\+0E02 U\+0E48\), า \(U\+0E32\), /u,
      );
    },
  );

  await t.test('a new headline changes only its own card, a new text none', async () => {
    const before = await cardsOf(site);
    const changed = await site.rebuild({
      'bridge.md': String(previewsContent['bridge.md']).replace('Four', 'Five'),
      'bridge.ar.md': String(previewsContent['bridge.ar.md']).replace('المجلس', 'الناس'),
      'more.md': String(previewsContent['more.md']).replace('Text.', 'Other words.'),
    });
    const after = await cardsOf(changed);
    // Also of cards whose sheets were kept.
    for (const file of ['broken.md:4:7', 'thai.md:1:1'])
      assert.ok(changed.stderr.includes(`${file}  warning: card: `), changed.stderr);
    assert.equal(after.filter((name) => !before.includes(name)).length, 1);
    assert.equal(after.length, before.length);
  });
});

function assertAllText(text: string | null | undefined): void {
  const plain = (text ?? '').replace(/\s+/gu, ' ');
  for (const paragraph of paragraphs) assert.ok(plain.includes(paragraph), paragraph);
}

// biome-ignore lint/suspicious/noExplicitAny: JSON as it comes
function graphsOf(html: string): { '@graph': any[] }[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gsu)].map(
    ([, json = '']) => JSON.parse(json),
  );
}

function imageOf(html: string) {
  const read = (key: string) =>
    new RegExp(`<meta property="${key}" content="([^"]*)"`, 'u').exec(html)?.[1];
  const url = read('og:image');
  if (url === undefined) return undefined;
  return {
    name: url.slice(url.lastIndexOf('/') + 1),
    width: Number(read('og:image:width')),
    height: Number(read('og:image:height')),
  };
}

/** Names of pictures in the output that are 1200 x 630. */
async function cardsOf(site: BuiltSite): Promise<string[]> {
  const files = (await site.list()).filter((path) => /^assets\/.*\.(?:png|jpg)$/u.test(path));
  const sizes = await Promise.all(
    files.map((path) => sharp(join(site.outDir, path)).metadata()),
  );
  return files.filter(
    (_, index) => sizes[index]?.width === 1200 && sizes[index]?.height === 630,
  );
}
