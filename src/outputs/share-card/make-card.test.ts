import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { loadCard } from './card-store.ts';
import { type CardOrder, makeCard } from './make-card.ts';
import { cardSize, type DrawnCard, nameOfCard, type ShareCard } from './share-card.ts';

const front: DrawnCard = {
  ...{ kind: 'front', language: 'en', direction: 'ltr', name: 'Daily', accent: '#9d1b22' },
  headline: 'News',
};
const plain: DrawnCard = { ...front, kind: 'article', headline: 'A bridge' };
const nameOnly: DrawnCard = { ...front, headline: '' };
const pictured: DrawnCard = { ...plain, picture: { file: 'p.jpg', credit: 'Lena Park' } };

/** No font has an accent on an accent on an accent. */
const stacked = 'a\u0301\u0302\u0303';

async function startFolder(t: TestContext) {
  const folder = await temporaryFolder(t);
  const [contentDir, cacheDir] = [join(folder, 'content'), join(folder, 'cache')];
  await mkdir(contentDir);
  await mkdir(join(cacheDir, 'pictures'), { recursive: true });
  const order = (card: ShareCard, lost?: CardOrder['lost']): CardOrder => ({
    ...{ name: nameOfCard(card), version: '1', card },
    ...(lost ? { lost } : {}),
  });
  const make = (card: ShareCard, lost?: CardOrder['lost']) =>
    makeCard(order(card, lost), { contentDir, cacheDir });
  const kept = (card: ShareCard) => loadCard(cacheDir, order(card));
  return { contentDir, cacheDir, make, kept };
}

/** The bytes of a card as a file with another ending would have it. */
async function looksLike(bytes: Uint8Array, other: Uint8Array): Promise<boolean> {
  const [a, b] = await Promise.all([bytes, other].map((file) => sharp(file).raw().toBuffer()));
  assert.ok(a && b);
  // Channels beyond the third are opaque.
  const channels = (file: Buffer) => file.length / (cardSize.width * cardSize.height);
  const [x, y] = [channels(a), channels(b)];
  let sum = 0;
  for (let at = 0; at < cardSize.width * cardSize.height; at += 1)
    for (let channel = 0; channel < 3; channel += 1)
      sum += Math.abs((a[at * x + channel] ?? 0) - (b[at * y + channel] ?? 0));
  return sum / (cardSize.width * cardSize.height * 3) < 1;
}

test('keeps what it has drawn, and not what is damaged', async (t) => {
  const { cacheDir, make, kept } = await startFolder(t);
  assert.equal(kept(plain), undefined);
  const made = await make(plain);
  assert.equal(made.lack, undefined);
  assert.deepEqual(kept(plain)?.bytes, Buffer.from(made.bytes));
  const [file = ''] = await readdir(join(cacheDir, 'cards'));
  await truncate(join(cacheDir, 'cards', file), 100);
  assert.equal(kept(plain), undefined);
  assert.deepEqual(Buffer.from((await make(plain)).bytes), Buffer.from(made.bytes));
});

test('letters that no font has leave out the words, and that is kept', async (t) => {
  const { cacheDir, make, kept } = await startFolder(t);
  const card = { ...plain, headline: stacked };
  const made = await make(card);
  assert.deepEqual(made.lack, { missing: [stacked] });
  assert.ok(!made.again);
  assert.deepEqual(kept(card)?.lack, made.lack);
  assert.ok(await looksLike(made.bytes, (await make(nameOnly)).bytes));

  const photo = {
    create: { width: 900, height: 900, channels: 3, background: '#246' },
  } as const;
  await writeFile(join(cacheDir, 'pictures/p.jpg'), await sharp(photo).jpeg().toBuffer());
  const withPicture = await make({ ...pictured, headline: stacked });
  assert.ok(
    await looksLike(withPicture.bytes, (await make({ ...pictured, headline: '' })).bytes),
  );

  const unnamed = await make({ ...plain, headline: stacked, name: stacked });
  const { dominant } = await sharp(unnamed.bytes).stats();
  assert.ok(dominant.r > 240, 'the paper');
});

test('a picture that is not one is left out, and the card is drawn again by the next build', async (t) => {
  const { cacheDir, make, kept } = await startFolder(t);
  const path = join(cacheDir, 'pictures/p.jpg');
  await writeFile(path, 'text');
  const made = await make(pictured);
  assert.match(made.lack && 'failure' in made.lack ? made.lack.failure : '', /unsupported/u);
  assert.equal(made.again, true);
  assert.equal(kept(pictured), undefined);
  assert.ok(await looksLike(made.bytes, (await make(plain)).bytes));
  assert.equal((await sharp(made.bytes).metadata()).format, 'jpeg');
});

test('a picture that is not in the cache is made again by another build', async (t) => {
  const { make } = await startFolder(t);
  await assert.rejects(make(pictured), { name: 'LostFromCache' });
});

test('an own card that is not a picture is that of the edition', async (t) => {
  const { contentDir, make, kept } = await startFolder(t);
  await writeFile(join(contentDir, 'own.png'), 'text');
  const own = {
    kind: 'own',
    path: 'own.png',
    hash: hash('sha256', 'text'),
    instead: front,
  } as const;
  const made = await make(own);
  assert.ok(made.lack && 'failure' in made.lack);
  assert.ok(!made.again);
  assert.equal(kept(own), undefined);
  assert.ok(await looksLike(made.bytes, (await make(front)).bytes));
  await assert.rejects(make({ ...own, hash: 'other' }), { name: 'ChangedContent' });
  await assert.rejects(make({ ...own, path: 'none.png' }), { name: 'ChangedContent' });
});

test('what ended its process is drawn as the name, then as the colours of the publication', async (t) => {
  const { cacheDir, make } = await startFolder(t);
  const [once, twice] = [1, 2].map((times) => ({ times, failure: 'a crash' }));
  const named = await make(plain, once);
  assert.deepEqual([named.lack, named.again], [{ failure: 'a crash' }, true]);
  const blank = await make(pictured, twice);
  assert.deepEqual([blank.lack, blank.again], [{ failure: 'a crash' }, true]);
  assert.equal(existsSync(join(cacheDir, 'cards')), false);
  assert.ok(await looksLike(named.bytes, (await make(nameOnly)).bytes));
  const { format, ...size } = await sharp(blank.bytes).metadata();
  assert.equal(format, 'jpeg');
  assert.deepEqual({ width: size.width, height: size.height }, cardSize);
});
