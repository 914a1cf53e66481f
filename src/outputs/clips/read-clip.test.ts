import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  makeBox,
  makeMp4,
  makePosition,
  makeWave,
  makeWebm,
} from '../../../tests/support/make-clips.ts';
import { picturePath } from '../pictures/picture-store.ts';
import { keepClip } from './keep-clip.ts';
import { readClip } from './read-clip.ts';

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'clips-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function readBytes(t: TestContext, name: string, bytes: Uint8Array) {
  const path = join(await folder(t), name);
  await writeFile(path, bytes);
  return readClip(path);
}

const keys = (name: string) => {
  const key = Buffer.concat([
    Buffer.from([0, 0, 0, 8 + name.length]),
    Buffer.from(`mdta${name}`),
  ]);
  const value = makeBox('data', Buffer.from('\0\0\0\x01\0\0\0\0+37.5665+126.9780/'));
  return makeBox(
    'meta',
    makeBox('hdlr', Buffer.alloc(24)),
    makeBox('keys', Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), key),
    makeBox('ilst', makeBox('\0\0\0\x01', value)),
  );
};
const samples = (type: string) =>
  makeBox(
    'trak',
    makeBox(
      'mdia',
      makeBox(
        'minf',
        makeBox('stbl', makeBox('stsd', Buffer.alloc(8), makeBox(type, Buffer.alloc(16)))),
      ),
    ),
  );
const mp3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(16_000 - 4)]);
const ogg = Buffer.concat([
  Buffer.from('OggS\0\x02'),
  Buffer.alloc(22),
  Buffer.from('OpusHead'),
  Buffer.alloc(40),
  Buffer.from('OggS\0\x04\x80\xbb\0\0\0\0\0\0', 'latin1'),
  Buffer.alloc(14),
]);

const readable: readonly [name: string, bytes: Buffer, facts: object][] = [
  ['a.mp4', makeMp4(), { duration: 2, width: 640, height: 360 }],
  ['turned.MP4', makeMp4({ turned: true }), { duration: 2, width: 360, height: 640 }],
  ['a.webm', makeWebm(), { duration: 3, width: 320, height: 568 }],
  ['a.wav', makeWave(1.5), { duration: 1.5 }],
  ['a.mp3', mp3, { duration: 1 }],
  ['a.ogg', ogg, { duration: 1 }],
  ['a.opus', ogg, { duration: 1 }],
];
for (const [name, bytes, facts] of readable)
  test(`reads what ${name} says of itself`, async (t) => {
    assert.deepEqual(await readBytes(t, name, bytes), { ...facts, patches: [] });
  });

const unusable: readonly [name: string, bytes: Buffer | string, got: RegExp][] = [
  ['a.mp4', '', /an empty file/u],
  ['a.mp4', 'x', /a file of a few bytes/u],
  ['a.mp4', '<html><script>alert(1)</script></html>', /a file that is TEXT/u],
  ['a.mp4', makeWebm(), /a file that is WebM/u],
  ['a.mp3', makeWave(), /a file that is WAV/u],
  ['a.webm', Buffer.alloc(5000), /a file of an unknown format/u],
  ['cut.mp4', makeMp4().subarray(0, 200), /an MP4 that is damaged or incomplete/u],
  ['gopro.mp4', makeMp4({ extra: [samples('gpmd')] }), /says where it was recorded/u],
  ['a.wav', Buffer.concat([makeWave(), Buffer.from('+37.5665+126.9780/')]), /where it was/u],
];
for (const [name, bytes, got] of unusable)
  test(`refuses ${name}: ${got.source}`, async (t) => {
    const read = await readBytes(t, name, Buffer.from(bytes));
    assert.ok('got' in read && 'cure' in read);
    assert.match(read.got, got);
  });

const located: readonly [name: string, bytes: Buffer][] = [
  ['android.mp4', makeMp4({ extra: [makePosition()] })],
  ['apple.mp4', makeMp4({ extra: [keys('com.apple.quicktime.location.ISO6709')] })],
  [
    '3gpp.m4a',
    makeMp4({ extra: [makeBox('udta', makeBox('loci', Buffer.from('+37.5665+126.9780/')))] }),
  ],
  [
    'adobe.mp4',
    makeMp4({ extra: [makeBox('uuid', Buffer.from('exif:GPSLatitude="+37.5665+126.9780/"'))] }),
  ],
  ['tagged.webm', makeWebm({ tags: { TITLE: 'Harbour', LOCATION: '+37.5665+126.9780/' } })],
];
for (const [name, bytes] of located)
  test(`erases the position in ${name}, and nothing else`, async (t) => {
    const path = join(await folder(t), name);
    await writeFile(path, bytes);
    const read = await readClip(path);
    assert.ok('patches' in read);
    const cacheDir = await folder(t);
    const kept = await keepClip(path, read.patches, cacheDir);
    const published = await readFile(picturePath(cacheDir, kept.name));
    assert.equal(published.length, bytes.length);
    assert.ok(bytes.includes('37.5665') && !published.includes('37.5665'));
    assert.equal(published.includes('Harbour'), bytes.includes('Harbour'));
    const again = await readClip(picturePath(cacheDir, kept.name));
    assert.ok('patches' in again);
    assert.deepEqual({ ...again, patches: [] }, { ...read, patches: [] });
    assert.deepEqual(await keepClip(path, read.patches, cacheDir), kept);
  });

test('ends with a file that was made to be slow', async (t) => {
  const boxes = Buffer.concat(Array.from({ length: 100_000 }, () => makeBox('free')));
  const read = await readBytes(t, 'slow.mp4', makeMp4({ extra: [boxes] }));
  assert.ok('got' in read);
  const deep = makeBox('moov', makeBox('moov', makeBox('moov', Buffer.alloc(8, 255))));
  assert.ok('got' in (await readBytes(t, 'deep.mp4', makeMp4({ extra: [deep] }))));
});

test('reads and copies a file that is larger than memory in pieces', async (t) => {
  const path = join(await folder(t), 'long.mp4');
  await writeFile(
    path,
    Buffer.concat([makeMp4(), Buffer.from('\0\0\0\x01mdat\0\0\0\0\x0c\0\0\0')]),
  );
  await truncate(path, makeMp4().length + 0x0c000000);
  const before = process.memoryUsage().rss;
  assert.ok('patches' in (await readClip(path)));
  const cacheDir = await folder(t);
  const { size } = await keepClip(path, [], cacheDir);
  assert.equal(size, makeMp4().length + 0x0c000000);
  assert.ok(process.memoryUsage().rss - before < 100_000_000);
});
