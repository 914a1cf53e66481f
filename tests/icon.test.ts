import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { picturePath } from '../src/outputs/pictures/picture-store.ts';
import { gatherFolder } from './gather-folder.ts';
import { assertSameFiles, type BuiltSite, buildSite, type FileContent } from './test-site.ts';

const article = '---\ntitle: A headline\ndate: 2026-05-01\n---\n\nText.\n';
const named = (icon: string) => `name: The Test\nlanguages: [en]\ntheme:\n  icon: ${icon}\n`;
const svg = (inside: string, attributes = 'viewBox="0 0 24 24"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

/** A square that fills the picture, with a dot near its corner. */
const full = svg('<path fill="#123456" d="M0 0h24v24H0z"/><path fill="#fff" d="M1 1h2v2H1z"/>');
const disc = svg('<circle cx="12" cy="12" r="12" fill="#123456"/>');

const square = (width: number, height = width, background = '#123456') =>
  sharp({ create: { width, height, channels: 3, background } });

const png = (width: number, height?: number) => square(width, height).png().toBuffer();

async function pixels(site: BuiltSite, name: string) {
  const file = await readFile(join(site.outDir, name));
  const { width, height } = await sharp(file).metadata();
  const { data } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    return [...data.subarray(start, start + 4)].map((value) =>
      value.toString(16).padStart(2, '0'),
    );
  };
  return { size: [width, height], at: (x: number, y: number) => at(x, y).join('') };
}

const sizes = { 'icon-192.png': 192, 'icon-512.png': 512, 'apple-touch-icon.png': 180 };

/** Settings of every build of the publication's own icon. */
const below = { BASE_PATH: '/news/' };

test('the icon of a site', async (t) => {
  const site = await buildSite(t, {
    'a.md': article,
    'publication.yaml': 'languages: [en]\nextras: []\n',
  });
  assert.equal(site.code, 0, site.stderr);

  await t.test('is Dateline’s if the publication has none', async () => {
    for (const name of ['favicon.svg', ...Object.keys(sizes)])
      assert.deepEqual(
        await readFile(join(site.outDir, name)),
        await readFile(join('src/press/icons', name)),
      );
    assert.match(
      await site.read('index.html'),
      /<link rel="icon" href="\/favicon\.svg" type="image\/svg\+xml">/u,
    );
    assert.doesNotMatch(await site.read('manifest.webmanifest'), /icon-maskable/u);
  });

  await t.test('is the publication’s drawing in all sizes, below the base path', async () => {
    const own = await site.rebuild(
      { 'publication.yaml': named('./art/icon.svg'), 'art/icon.svg': disc },
      below,
    );
    assert.equal(own.code, 0, own.stderr);
    assert.match(await own.read('favicon.svg'), /<circle cx="12"/u);
    assert.match(await own.read('index.html'), /<link rel="icon" href="\/news\/favicon\.svg"/u);
    for (const [name, size] of Object.entries(sizes))
      assert.deepEqual((await pixels(own, name)).size, [size, size]);
    assert.match((await pixels(own, 'icon-512.png')).at(0, 0), /00$/u, 'transparent');
    for (const name of ['apple-touch-icon.png', 'icon-maskable.png']) {
      const { at } = await pixels(own, name);
      assert.deepEqual([at(0, 0), at(0.5, 0.5)], ['fdfcf9ff', '123456ff'], name);
    }
    const manifest = JSON.parse(await own.read('manifest.webmanifest'));
    assert.deepEqual(
      manifest.icons.map(({ src, purpose }: { src: string; purpose: string }) => [
        src,
        purpose,
      ]),
      [
        ['/news/icon-192.png', 'any'],
        ['/news/icon-512.png', 'any'],
        ['/news/icon-maskable.png', 'maskable'],
      ],
    );
  });

  await t.test('changes with its file', async () => {
    const changed = await site.rebuild({ 'art/icon.svg': full }, below);
    assert.equal((await pixels(changed, 'icon-192.png')).at(0.08, 0.08), 'ffffffff');
    const clean = await site.buildClean(below);
    assertSameFiles(await changed.hashes(), await clean.hashes());
  });

  await t.test(
    'is inside of the circle that devices show, except for its background',
    async () => {
      const { at } = await pixels(site, 'icon-maskable.png');
      for (let angle = 0; angle < 360; angle += 1) {
        const [x, y] = [Math.cos(angle), Math.sin(angle)].map((part) => 0.5 + 0.401 * part);
        assert.equal(at(x ?? 0, y ?? 0), '123456ff');
      }
      assert.equal(
        at(0.5 - 0.4 / Math.SQRT2 + 0.01, 0.5 - 0.4 / Math.SQRT2 + 0.01),
        'ffffffff',
      );
      assert.equal((await pixels(site, 'apple-touch-icon.png')).at(0.08, 0.08), 'ffffffff');
    },
  );

  await t.test('may be a photograph, without a vector file', async () => {
    const photo = await square(900).webp({ lossless: true }).toBuffer();
    const own = await site.rebuild({
      'publication.yaml': named('icon.webp'),
      'icon.webp': photo,
    });
    assert.equal(own.code, 0, own.stderr);
    assert.match(
      await own.read('index.html'),
      /<link rel="icon" href="\/icon-192\.png" type="image\/png">/u,
    );
    assert.equal(
      JSON.parse(await own.read('feed.json')).favicon,
      'https://news.example/icon-192.png',
    );
    assert.ok(!(await own.list()).includes('favicon.svg'));
    for (const [file, size] of Object.entries(sizes))
      assert.deepEqual((await pixels(own, file)).size, [size, size], file);
  });
});

const photographs: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['icon.png', await png(600)],
  ['icon.jpg', await square(512).jpeg().toBuffer()],
];
for (const [name, bytes] of photographs)
  test(`${name} becomes icons of all sizes`, async (t) => {
    const { lines, logos, cacheDir } = await gatherIcon(t, name, bytes);
    const icons: Readonly<Record<string, string>> = logos.icons ?? {};
    assert.deepEqual(lines, []);
    assert.ok(!('favicon.svg' in icons));
    for (const [file, size] of Object.entries(sizes)) {
      const { width, height } = await sharp(
        picturePath(cacheDir, icons[file] ?? ''),
      ).metadata();
      assert.deepEqual([width, height], [size, size], file);
    }
  });

const mistakes: readonly (readonly [of: string, icon: FileContent, message: RegExp])[] = [
  ['that does not exist', null, /below the content folder, got ".*icon\.svg".*remove `icon:`/u],
  ['that is too small', await png(64), /a square picture.*icon\.svg: 64 x 64 .*too small/u],
];
for (const [of, icon, message] of mistakes)
  test(`an icon ${of} is an error at its line`, async (t) => {
    const { lines } = await gatherIcon(t, './icon.svg', icon);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /^CONTENT\/publication\.yaml:4:9 {2}theme\.icon: expected /u);
    assert.match(lines[0] ?? '', message);
  });

/** Reads a content folder with an icon, without a build. */
function gatherIcon(t: TestContext, name: string, icon: FileContent) {
  const files = { 'a.md': article, 'publication.yaml': named(name) };
  return gatherFolder(t, icon === null ? files : { ...files, [name.replace('./', '')]: icon });
}
