import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Renderer } from '@takumi-rs/core';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { directionOf } from '../../language/direction.ts';
import { wordsFor } from '../../language/words-for.ts';
import { readEmbeddedCredit } from '../pictures/read-embedded-credit.ts';
import { cropOwnCard, drawCard, MissingLetters } from './draw-card.ts';
import { fitHeadline } from './fit-headline.ts';
import { createCardFonts } from './fonts/card-fonts.ts';
import { cardSize, type DrawnCard } from './share-card.ts';

const tools = () => {
  const renderer = new Renderer();
  return { renderer, fonts: createCardFonts(renderer), pictures: '' };
};
const shared = tools();

const card = (
  language: string,
  headline: string,
  parts: Partial<DrawnCard> = {},
): DrawnCard => ({
  kind: 'article',
  language,
  direction: directionOf(language),
  name: 'Daily',
  accent: '#9d1b22',
  headline,
  ...parts,
});

/** Two letters of equal width in each language, and a sentence to repeat. */
const languages: Readonly<Record<string, readonly [letters: string, sentence: string]>> = {
  en: ['pq', 'The council met in the old hall and heard from people of all four districts '],
  de: ['äü', 'Der Rat kam im alten Saal zusammen und hörte Menschen aus vier Bezirken an '],
  fr: ['éè', 'Le conseil s’est réuni dans l’ancienne salle et a entendu « les habitants » '],
  es: ['áó', 'El consejo se reunió en la antigua sala y escuchó a vecinos de los distritos '],
  ko: ['가나', '의회는 오래된 회관에 모여 네 구역 주민의 말을 들었다 '],
  ja: ['橋島', '議会は古い会館に集まり、四つの地区の住民の話を聞いた。'],
  'zh-Hans': ['桥岛', '议会在旧会堂开会，听取了四个区居民的意见。'],
  'zh-Hant': ['橋島', '議會在舊會堂開會，聽取了四個區居民的意見。'],
  ar: ['بت', 'اجتمع المجلس في القاعة القديمة واستمع إلى سكان الأحياء الأربعة '],
};

/** All texts of an interface's words, except those that functions make. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null
    ? Object.values(words).flatMap(textsOf)
    : [];
}

for (const [language, [letters, sentence]] of Object.entries(languages)) {
  test(`the fonts have all letters of ${language}`, async () => {
    const style = 'display';
    const texts = [...textsOf(wordsFor(language).words), sentence];
    assert.ok(texts.length > 50);
    assert.deepEqual(
      await shared.fonts.provide(texts.map((text) => ({ text, language, style }))),
      [],
    );
    // Placeholders for missing letters would look the same.
    const [first = '', second = ''] = letters;
    const draw = async (letter: string) =>
      Buffer.from(await drawCard(card(language, letter), 'png', shared));
    assert.notDeepEqual(await draw(first), await draw(second));
  });

  test(`a headline of 160 characters in ${language} fits on a card without breaking a word`, async () => {
    const headline = sentence.repeat(9).slice(0, 160);
    assert.equal(headline.length, 160);
    for (const picture of [undefined, { file: 'a.jpg', credit: 'Lena Park' }]) {
      const long = card(language, headline, picture ? { picture } : {});
      await shared.fonts.provide([{ text: headline, language, style: 'display' }]);
      const { size, headline: set } = await fitHeadline(shared.renderer, long);
      assert.equal(set.replaceAll('\u200b', ''), headline);
      assert.ok(size >= 27, `${size}`);
    }
  });
}

test('a headline of three words is large', async () => {
  const { size } = await fitHeadline(shared.renderer, card('en', 'Bridge stays open'));
  assert.equal(size, 100);
});

test('truncates a headline that is too long after a word, with an ellipsis', async () => {
  const sentence = 'The council met in the old hall and heard from people of all districts. ';
  for (const times of [20, 20_000]) {
    const headline = sentence.repeat(times);
    const { headline: set, size } = await fitHeadline(shared.renderer, card('en', headline));
    assert.equal(size, 27);
    assert.match(set, /\p{L}…$/u);
    const kept = set.slice(0, -1);
    assert.ok(headline.startsWith(kept) && kept.length > 300, `${kept.length}`);
    assert.match(headline.slice(kept.length), /^[ .]/u);
  }
});

test('truncates a word that is too long', async () => {
  const { headline } = await fitHeadline(shared.renderer, card('en', 'a'.repeat(5000)));
  assert.match(headline, /^a{100,}…$/u);
});

test('draws emoji, and sequences of emoji as one', async () => {
  const data = await drawCard(card('en', 'Families 👨‍👩‍👧 in 🇰🇷 ❤️ 1️⃣'), 'png', shared);
  assert.ok(data.length > 5000);
});

const foreign = [
  'Русские слова',
  'Ελληνικά',
  'Tiếng Việt',
  'Łódź, Zürich, Þórshöfn',
  '한국 橋 桥 بيت',
];
for (const headline of foreign) {
  test(`draws "${headline}" in an English edition`, async () => {
    await drawCard(card('en', headline), 'png', shared);
  });
}

test('names the letters that no font has, and draws no card', async () => {
  await assert.rejects(drawCard(card('th', 'ข่าว and น้ำ'), 'png', shared), (error) => {
    assert.ok(error instanceof MissingLetters);
    assert.deepEqual(error.letters, ['ข่', 'า', 'ว', 'น้ำ']);
    return true;
  });
});

test('reports an accent that no font has for its letter, even if a font has it for others', async () => {
  await drawCard(card('en', 'a\u0301'), 'png', shared);
  await assert.rejects(
    drawCard(card('en', 'a\u0301\u0302\u0303'), 'png', shared),
    MissingLetters,
  );
});

test('the bytes of a card do not depend on the cards drawn before it', async () => {
  const wanted = card('ko', '네 구역의 다리 (2026)', {
    kicker: '세계',
    date: '2026년 1월 6일',
  });
  const after = await drawCard(wanted, 'png', shared);
  assert.deepEqual(Buffer.from(after), Buffer.from(await drawCard(wanted, 'png', tools())));
});

test('a card has the right size and format, and is small', async (t) => {
  const pictures = await temporaryFolder(t);
  await mkdir(pictures, { recursive: true });
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const photo = await sharp({
    create: { width: 1600, height: 900, channels: 3, background: '#4a6a7c', noise },
  })
    .blur(2)
    .jpeg()
    .toBuffer();
  await writeFile(join(pictures, 'p.jpg'), photo);
  const picture = { file: 'p.jpg', credit: 'Lena Park via Archive · CC BY 4.0' };
  for (const [ending, format, parts] of [
    ['png', 'png', {}],
    ['jpg', 'jpeg', { picture }],
    ['jpg', 'jpeg', {}],
  ] as const) {
    const own = card('en', 'Bridge stays', parts);
    const data = await drawCard(own, ending, { ...shared, pictures });
    const drawn = await sharp(data).metadata();
    assert.deepEqual({ height: drawn.height, width: drawn.width }, cardSize);
    assert.equal(drawn.format, format);
    assert.ok(data.length < 150_000, `${data.length} bytes`);
  }
});

const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const grainy = {
  create: { width: 900, height: 900, channels: 3, background: '#246', noise },
} as const;
/** Names of the EXIF fields that say where a picture was taken. */
function placeTags(bytes: Uint8Array): string[] {
  const tags = ExifReader.load(Buffer.from(bytes));
  return Object.keys(tags).filter((name) => name.startsWith('GPS'));
}

const exif = {
  IFD0: { Artist: 'Ada Lind', Copyright: 'Harbour Archive' },
  IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' },
};
const stated = { creator: 'Jane Roe', creditLine: 'Jane Roe via Archive' };

for (const format of ['jpeg', 'png', 'webp'] as const) {
  test(`crops an own card, a ${format}, with its credit and without its location`, async () => {
    const bytes = await sharp(grainy).toFormat(format).withExif(exif).toBuffer();
    const kept = await cropOwnCard(bytes, undefined);
    const { height, width, chromaSubsampling } = await sharp(kept).metadata();
    assert.deepEqual({ height, width }, cardSize);
    // Letters that were drawn in colour stay sharp.
    assert.equal(chromaSubsampling, format === 'png' ? '4:4:4' : '4:2:0');
    const { copyright, creator } = await readEmbeddedCredit(kept);
    assert.deepEqual([creator, copyright], ['Ada Lind', 'Harbour Archive']);
    assert.ok(placeTags(bytes).length > 0, 'the source has no GPS fields');
    assert.deepEqual(placeTags(kept), []);

    const { creator: name, credit } = await readEmbeddedCredit(
      await cropOwnCard(bytes, stated),
    );
    assert.deepEqual([name, credit], [stated.creator, stated.creditLine]);
  });
}
