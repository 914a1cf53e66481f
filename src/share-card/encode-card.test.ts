import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { directionOf } from '../language/direction.ts';
import { accentOnPaper } from './accent-on-paper.ts';
import { toCardTree } from './card-tree.ts';
import { encodeCard } from './encode-card.ts';
import { createCardFonts } from './fonts/card-fonts.ts';
import { cardSize, type DrawnCard } from './share-card.ts';

const renderer = new Renderer();
const fonts = createCardFonts(renderer, fileURLToPath(new URL('../../', import.meta.url)));

const headlines: Readonly<Record<string, string>> = {
  en: 'Harbour bridge opens a year late',
  ko: '항구 다리가 한 해 늦게 열린다',
  ja: '港の橋、一年遅れで開通',
  'zh-Hans': '海港大桥推迟一年开通',
  ar: 'افتتاح جسر الميناء بعد عام',
};

for (const [language, headline] of Object.entries(headlines))
  for (const accent of ['#9d1b22', '#0b5c8a', '#ffe600', '#1b1a18'])
    test(`a card in ${language} with ${accent} looks the same, in fewer bytes`, async () => {
      const { card, tree, options } = await prepare(language, headline, accent);
      const drawn = await renderer.render(tree, { ...options, format: 'raw' });
      const encoded = encodeCard(drawn, accentOnPaper(card.accent));
      assert.ok(encoded);
      const { data, info } = await sharp(encoded)
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      assert.deepEqual({ width: info.width, height: info.height }, cardSize);
      const away = drawn.map((channel, index) => Math.abs(channel - (data[index] ?? 0)));
      assert.ok(away.reduce((most, value) => Math.max(most, value)) <= 30);
      const same = away.filter((value) => value === 0).length;
      assert.ok(same / away.length > 0.96, `${same / away.length}`);
      const all = await renderer.render(tree, { ...options, format: 'png' });
      assert.ok(encoded.length < all.length, `${encoded.length} of ${all.length}`);
    });

test('a card with a pixel of another colour is not encoded', () => {
  const pixels = Buffer.alloc(
    cardSize.width * cardSize.height * 4,
    Buffer.from('fdfcf9ff', 'hex'),
  );
  assert.equal(encodeCard(pixels, '#9d1b22') === undefined, false);
  pixels.set([0, 160, 80], 4 * 5000);
  assert.equal(encodeCard(pixels, '#9d1b22') === undefined, true);
});

async function prepare(language: string, headline: string, accent: string) {
  const card: DrawnCard = {
    kind: 'article',
    language,
    direction: directionOf(language),
    name: 'Daily',
    accent,
    headline,
    section: 'World',
    date: '2026',
  };
  const texts = [headline, 'Daily', 'World', '2026', '…'];
  await fonts.provide(
    texts.flatMap((text) => [
      { text, language, style: 'display' as const },
      { text, language, style: 'text' as const },
    ]),
  );
  const tree = toCardTree(card, { headline, size: 92 });
  return { card, tree, options: { ...cardSize, images: [], lang: language } };
}
