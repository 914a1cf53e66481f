import assert from 'node:assert/strict';
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import type { PictureRights } from '../src/content/article/picture-rights.ts';
import { picturePath } from '../src/outputs/pictures/picture-store.ts';
import { preparePicture } from '../src/outputs/pictures/prepare-picture.ts';
import {
  type PreparedPicture,
  UnusablePicture,
} from '../src/outputs/pictures/prepared-picture.ts';
import { exiftoolOrSkip, readTags, type Tags } from './exiftool.ts';
import { drawPhoto, drawPictures, drawRubbish } from './picture-corpus.ts';
import { temporaryFolder } from './temporary-folder.ts';

const rights: PictureRights = {
  creator: 'José 한 & Søn',
  creditLine: 'José 한 & Søn via <Archive>',
  copyrightNotice: 'José 한 & Søn, CC BY 4.0',
  webStatement: 'https://creativecommons.org/licenses/by/4.0/',
  licensorUrl: 'https://archive.example/?a=1&b=2',
  title: 'The “old” quay',
};

const namesOf = ({ name, sources }: PreparedPicture) => [
  name,
  ...sources.flatMap(({ files }) => files.map((file) => file.name)),
];

describe('the files of a picture', async () => {
  const pictures = await drawPictures();

  test('have the expected formats, widths and colours', async (t) => {
    const folder = await temporaryFolder(t);
    const prepared = new Map<string, PreparedPicture>();
    for (const [name, bytes] of Object.entries(pictures)) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const { picture } = await preparePicture(path, { cacheDir: folder, rights });
      prepared.set(name, picture);
    }
    const pictureOf = (name: string) => prepared.get(name) as PreparedPicture;
    const load = (name: string) => readFile(picturePath(folder, name));

    const expected: Record<string, string> = {
      'photo.jpg': '.jpg 640x400, avif 480 640, webp 480 640',
      'photo.webp': '.jpg 640x400, avif 480 640, webp 480 640',
      'photo.avif': '.jpg 640x400, avif 480 640, webp 480 640',
      'png-named.jpg': '.jpg 300x188, avif 300, webp 300',
      'turned.jpg': '.jpg 400x640, avif 400, webp 400',
      'cmyk.jpg': '.jpg 640x400, avif 480 640, webp 480 640',
      'display-p3.jpg': '.jpg 640x400, avif 480 640, webp 480 640',
      'deep.png': '.jpg 640x400, avif 480 640, webp 480 640',
      'grey.png': '.jpg 640x400, avif 480 640, webp 480 640',
      'through.png': '.png 640x400, avif 480 640, webp 480 640',
      'drawn.png': '.png 640x400, avif 480 640, webp 480 640',
      'dot.png': '.png 1x1, avif 1, webp 1',
      'panorama.jpg': '.jpg 1600x40, avif 480 960 1600, webp 480 960 1600',
      'moves.gif': '.gif 200x100, webp 200, webp 200',
      'moves.webp': '.gif 200x100, webp 200, webp 200',
      'still.gif': '.png 200x100, avif 200, webp 200',
      'drawing.svg': '.png 640x400, svg 640',
    };
    for (const [name, forms] of Object.entries(expected)) {
      await t.test(`${name} becomes ${forms}`, () => {
        const { name: file, width, height, sources } = pictureOf(name);
        const others = sources
          .map(
            ({ type, files }) =>
              `${type.replace(/^image\/|\+xml$/gu, '')} ${files.map((one) => one.width).join(' ')}`,
          )
          .sort();
        assert.equal([`${file.slice(32)} ${width}x${height}`, ...others].join(', '), forms);
      });
    }

    await t.test('have the sizes that pages state', async () => {
      for (const { name, width, height, sources } of prepared.values()) {
        const size = await sharp(await load(name)).metadata();
        assert.deepEqual([size.width, size.height], [width, height], name);
        for (const file of sources.flatMap(({ files }) => files)) {
          if (file.name.endsWith('.svg')) continue;
          assert.equal((await sharp(await load(file.name)).metadata()).width, file.width);
        }
      }
    });

    await t.test('are in order of size, smallest first', async () => {
      for (const name of ['photo.jpg', 'drawn.png', 'dot.png', 'through.png']) {
        const sizes: number[] = [];
        for (const { files } of pictureOf(name).sources) {
          const all = await Promise.all(
            files.map(async (file) => (await load(file.name)).length),
          );
          sizes.push(all.reduce((sum, size) => sum + size));
        }
        assert.deepEqual(
          sizes,
          sizes.toSorted((a, b) => a - b),
          name,
        );
      }
    });

    await t.test('show the same colours with every profile and depth', async () => {
      for (const name of [
        'cmyk.jpg',
        'display-p3.jpg',
        'deep.png',
        'photo.avif',
        'png-named.jpg',
      ]) {
        for (const file of namesOf(pictureOf(name))) {
          const image = sharp(await load(file));
          const { hasProfile, space, depth } = await image.metadata();
          assert.deepEqual([hasProfile, space, depth], [false, 'srgb', 'uchar'], file);
          const [left, right] = await halves(image);
          assert.ok(left.red > left.blue + 50, `${name} ${file}: ${JSON.stringify(left)}`);
          assert.ok(right.blue > right.red + 50, `${name} ${file}: ${JSON.stringify(right)}`);
        }
      }
    });

    await t.test('are upright', async () => {
      // Orientation 6: the left side becomes the top.
      for (const file of namesOf(pictureOf('turned.jpg'))) {
        const turned = sharp(
          await sharp(await load(file))
            .rotate(-90)
            .toBuffer(),
        );
        const [left] = await halves(turned);
        assert.ok(left.red > left.blue + 50, `${file}: ${JSON.stringify(left)}`);
      }
    });

    await t.test(
      'stay animated, and are still for readers who prefer less motion',
      async () => {
        for (const name of ['moves.gif', 'moves.webp']) {
          const { name: gif, sources } = pictureOf(name);
          const pages = async (file = '') =>
            (await sharp(await load(file)).metadata()).pages ?? 1;
          assert.equal(await pages(gif), 4);
          assert.equal(sources[0]?.media, '(prefers-reduced-motion:reduce)');
          assert.deepEqual(
            await Promise.all(sources.map(({ files }) => pages(files[0]?.name))),
            [1, 4],
          );
        }
      },
    );

    await t.test('have a tone unless they are transparent', () => {
      assert.ok(['red', 'blue', 'violet'].includes(pictureOf('photo.jpg').tone ?? ''));
      assert.equal(pictureOf('through.png').tone, undefined);
      assert.equal(pictureOf('drawing.svg').tone, undefined);
    });

    await t.test('all state the same rights, and no camera or position', (t) => {
      if (!exiftoolOrSkip(t)) return;
      const all = [...prepared.values()].flatMap(namesOf);
      const read = readTags(all.map((name) => picturePath(folder, name)));
      assert.equal(read.size, new Set(all).size);
      const endings = new Set<string>();
      for (const [name, tags] of read) {
        endings.add(name.replace(/^.*\./u, ''));
        assert.deepEqual(pick(tags, ['XMP-']), xmpTags, name);
        assert.deepEqual(
          pick(tags, ['IPTC', 'IFD0', 'ExifIFD', 'GPS', 'IFD1', 'MakerNotes', 'InteropIFD']),
          name.endsWith('.jpg') ? oldTags : {},
          name,
        );
        assert.doesNotMatch(
          JSON.stringify(tags),
          /GPS|Serial|SN-12345|Model 5|Thumbnail|Warning/u,
          name,
        );
      }
      assert.deepEqual([...endings].sort(), ['avif', 'gif', 'jpg', 'png', 'svg', 'webp']);
    });
  });

  test('state no rights if none are known', async (t) => {
    if (!exiftoolOrSkip(t)) return;
    const folder = await temporaryFolder(t);
    const path = join(folder, 'turned.jpg');
    await writeFile(path, pictures['turned.jpg'] as Buffer);
    const { picture, embedded } = await preparePicture(path, { cacheDir: folder });
    assert.equal(embedded.creator, 'Jane Roe', 'suggested');
    const before = readTags([path]).get('turned.jpg') as Tags;
    assert.notDeepEqual(pick(before, ['GPS']), {}, 'the original has a position');
    for (const [name, tags] of readTags(
      namesOf(picture).map((one) => picturePath(folder, one)),
    ))
      assert.deepEqual(pick(tags, ['XMP', 'IPTC', 'IFD', 'ExifIFD', 'GPS']), {}, name);
  });

  test('are made once, and again if the picture or its rights change', async (t) => {
    const folder = await temporaryFolder(t);
    const path = join(folder, 'a.jpg');
    await writeFile(path, await drawPhoto(60, 40).jpeg().toBuffer());
    const prepare = async (what?: PictureRights) =>
      (await preparePicture(path, { cacheDir: folder, rights: what })).picture;
    const first = await prepare(rights);
    const made = await stat(picturePath(folder, first.name));
    await utimes(path, 0, 0);
    assert.deepEqual(await prepare(rights), first);
    assert.equal((await stat(picturePath(folder, first.name))).mtimeMs, made.mtimeMs);
    const changed = await prepare({ ...rights, creator: 'Somebody else' });
    assert.notEqual(changed.name, first.name);
    await writeFile(path, await drawPhoto(60, 41).jpeg().toBuffer());
    assert.notEqual((await prepare(rights)).name, first.name);

    await t.test('and if one of them is damaged', async () => {
      const [lost = ''] = namesOf(changed);
      const whole = await readFile(picturePath(folder, lost));
      await writeFile(path, await drawPhoto(60, 40).jpeg().toBuffer());
      await writeFile(picturePath(folder, lost), whole.subarray(9));
      await prepare({ ...rights, creator: 'Somebody else' });
      assert.deepEqual(await readFile(picturePath(folder, lost)), whole, 'the same bytes');
    });
  });
});

describe('a file that cannot be published', async () => {
  for (const [name, { bytes, reason }] of Object.entries(await drawRubbish())) {
    test(`${name} is rejected with a reason and a cure`, async (t) => {
      const folder = await temporaryFolder(t);
      const path = join(folder, name);
      await writeFile(path, bytes);
      await assert.rejects(
        preparePicture(path, { cacheDir: folder }),
        (error) =>
          error instanceof UnusablePicture && reason.test(error.got) && error.cure !== '',
      );
    });
  }
});

const xmpTags = {
  'XMP-dc:Creator': [rights.creator],
  'XMP-dc:Rights': rights.copyrightNotice,
  'XMP-dc:Title': rights.title,
  'XMP-photoshop:Credit': rights.creditLine,
  'XMP-plus:Licensor': [{ LicensorURL: rights.licensorUrl }],
  'XMP-xmpRights:Marked': true,
  'XMP-xmpRights:WebStatement': rights.webStatement,
};

const oldTags = {
  'IFD0:Artist': rights.creator,
  'IFD0:Copyright': rights.copyrightNotice,
  'IPTC:ApplicationRecordVersion': 4,
  'IPTC:By-line': rights.creator,
  'IPTC:CodedCharacterSet': 'UTF8',
  'IPTC:CopyrightNotice': rights.copyrightNotice,
  'IPTC:Credit': rights.creditLine,
  'IPTC:ObjectName': rights.title,
};

/** The tags of some groups, by the start of the groups' names. */
function pick(tags: Tags, groups: readonly string[]): Tags {
  const wanted = Object.entries(tags).filter(([name]) =>
    groups.some((group) => name.startsWith(group)),
  );
  return Object.fromEntries(wanted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Mean colours of the left and right half. */
async function halves(image: Sharp) {
  const { data, info } = await image
    .resize(2, 1, { fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colour = (index: number) => {
    const at = index * info.channels;
    return { red: data[at] ?? 0, blue: data[at + 2] ?? 0 };
  };
  return [colour(0), colour(1)] as const;
}
