import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { buildSite } from './test-site.ts';

const article = (title: string, ...fields: string[]) =>
  ['---', `title: ${title}`, 'date: 2026-01-06', ...fields, '---', '', 'Text.', ''].join('\n');

const picture = await sharp({
  create: { width: 400, height: 300, channels: 3, background: '#357' },
})
  .jpeg()
  .toBuffer();

const files = {
  'publication.yaml':
    'name: {en: The Daily, ko: 데일리}\nlanguages: [en, ko]\nsections: [{en: City, ko: 도시}, World]\nhosting: {files: one}\n',
  'bridge.md': article('The bridge', 'section: City', 'aliases: [/old/bridge/]'),
  'bridge.ko.md': '---\ntitle: 다리\n---\n\n글.\n',
  'quay.md': article(
    'The quay',
    'section: City',
    'image: {file: ./quay.jpg, alt: The quay at night, credit: Jane Roe}',
  ),
  'harbour.md': article('The harbour', 'section: World', 'topics: [Ports]'),
  'storm.md': article('The storm'),
  'own.md': article('Own', 'section: World', 'card: ./quay.jpg'),
  'quay.jpg': picture,
};

/** What services show with a link to a page. */
function imageOf(html: string) {
  const read = (name: string) =>
    new RegExp(`<meta property="og:image${name}" content="([^"]*)"`, 'u').exec(html)?.[1];
  return { url: read(''), alt: read(':alt') };
}

test('with one file for each article, articles share the card of their section', async (t) => {
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);
  assert.equal(site.stderr, '');
  const list = await site.list();
  const below = (path: string) => list.filter((file) => file.startsWith(path));

  await t.test('an article is its page', () => {
    assert.deepEqual(
      below('2026/01/06/').filter((file) => !file.endsWith('/index.html')),
      [],
    );
    assert.deepEqual(
      list.filter((file) => /\.(?:md|br|gz)$/u.test(file)),
      [],
    );
    assert.deepEqual(below('topic/ports/'), ['topic/ports/index.html']);
    assert.ok(list.includes('section/city/feed.xml'));
    assert.deepEqual(
      below('search/files/').filter((file) => /pf_|entry/u.test(file)),
      [],
    );
    assert.ok(list.includes('search/files/en-all.pack'));
    assert.ok(list.includes('old/bridge/index.html'));
  });

  const imageAt = async (address: string) => imageOf(await site.read(`${address}index.html`));

  await t.test('pages name the card of their section', async () => {
    const bridge = await imageAt('2026/01/06/bridge/');
    const korean = await imageAt('ko/2026/01/06/bridge/');
    const harbour = await imageAt('2026/01/06/harbour/');
    assert.equal(bridge.alt, 'City – The Daily');
    assert.equal(korean.alt, '도시 – 데일리');
    assert.equal(harbour.alt, 'World – The Daily');
    const cards = [bridge, korean, harbour].map(({ url }) => url);
    assert.equal(new Set(cards).size, 3);
    for (const url of cards)
      assert.ok(list.includes(new URL(url ?? '').pathname.slice(1)), url);
  });

  await t.test(
    'or their own picture, their own card, or the card of their edition',
    async () => {
      const quay = await imageAt('2026/01/06/quay/');
      assert.equal(quay.alt, 'The quay at night');
      const own = await imageAt('2026/01/06/own/');
      assert.match(own.url ?? '', /\/assets\/\w+\.jpg$/u);
      assert.notEqual(own.url, quay.url);
      const storm = await imageAt('2026/01/06/storm/');
      assert.equal(storm.alt, 'The Daily');
      assert.deepEqual(storm, await imageAt(''));
    },
  );

  await t.test('the same content gives the same bytes in a clean build', async () => {
    assert.deepEqual(await (await site.buildClean()).hashes(), await site.hashes());
  });
});
