import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { repairOutput } from '../src/hosting/output/build-into.ts';
import { outputFolders } from '../src/hosting/output/output-folders.ts';
import { holdLock } from '../src/system/processes/hold-lock.mjs';
import { temporaryFolder } from './temporary-folder.ts';
import {
  assertSameFiles,
  type BuiltSite,
  buildSite,
  type Files,
  hashFiles,
  listFiles,
  projectRoot,
} from './test-site.ts';

/** A few cases in `npm test`, many in `npm run test:long`. */
const long = process.env['LONG_TESTS'] === '1';

function article(title: string, body: string, ...fields: string[]): string {
  return ['---', `title: ${title}`, 'date: 2026-01-06', ...fields, '---', '', body, ''].join(
    '\n',
  );
}

const picture = await sharp({
  create: { width: 8, height: 6, channels: 3, background: '#246' },
})
  .png()
  .toBuffer();

const folder: Files = {
  'publication.yaml': 'name: Test\nsections: [World]\nprecompress: [gz]\n',
  'bridge.md': article('A bridge', '![A bridge](bridge.png)\n\nA bridge.', 'section: World'),
  'bridge.png': picture,
  'harbour.md': article('A harbour', 'See [the bridge](bridge.md) and [a list](list.txt).'),
  'list.txt': 'A list.',
  'bridge.ko.md': '---\ntitle: 다리\n---\n\n다리다.\n',
};
const edited: Files = { 'bridge.md': article('Another bridge', 'It fell.', 'section: World') };
const restored: Files = { 'bridge.md': folder['bridge.md'] ?? '' };

/** Numbers from 0 to 1, the same in each run. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function environmentOf(site: BuiltSite): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    CONTENT_DIR: site.contentDir,
    OUT_DIR: site.outDir,
    CACHE_DIR: site.cacheDir,
    NOW: '2026-06-01T12:00:00Z',
    SITE_URL: 'https://news.example',
  };
}

test('a build that is killed at any moment leaves one whole site, and the next is right', async (t) => {
  const site = await buildSite(t, folder, {}, { emptyCache: true });
  assert.equal(site.code, 0, site.stderr);
  const whole = await site.hashes();
  const started = performance.now();
  const second = await site.rebuild(edited);
  const usual = performance.now() - started;
  const other = await second.hashes();
  assert.notDeepEqual(whole, other);
  await site.rebuild(restored);

  const random = randomNumbers(7);
  for (let round = 1; round <= (long ? 50 : 5); round += 1) {
    const after = usual * random.next().value;
    await t.test(
      `round ${round}, after ${((100 * after) / usual) | 0} % of the usual time`,
      async () => {
        await writeFile(join(site.contentDir, 'bridge.md'), edited['bridge.md'] as string);
        const child = spawn(process.execPath, ['src/commands/build.ts'], {
          cwd: projectRoot,
          env: environmentOf(site),
          stdio: 'ignore',
        });
        const ended = new Promise((resolve) => child.once('close', resolve));
        await sleep(after);
        child.kill('SIGKILL');
        await ended;
        // Each command does this first.
        await repairOutput(site.outDir);
        const left = await site.hashes();
        assert.ok(
          [whole, other].some((known) => JSON.stringify(known) === JSON.stringify(left)),
          'neither the old site nor the new one',
        );
        // The edit is reverted: nothing that the killed build stored may appear.
        const next = await site.rebuild(restored);
        assert.equal(next.code, 0, next.stderr);
        assertSameFiles(await next.hashes(), whole);
      },
    );
  }
});

/** The kinds of files in a cache, by path. */
const kinds: Readonly<Record<string, RegExp>> = {
  'the content files that were read': /\/content-files\/\d+\.json$/u,
  'what became of cards': /\/cards\.json$/u,
  'the note on its size': /^pruned\.json$/u,
  'the search index': /\/search\//u,
  cards: /^cards\//u,
  'the ledger': /\/ledger\.json$/u,
  'the compiled code': /^code\//u,
  'rendered texts': /^rendered\//u,
  pictures: /^pictures\/.*\.(?:png|txt)$/u,
  'compressed copies': /^compressed\//u,
  'records of pictures': /^pictures\/.*\.json$/u,
};

/** What happens to a file; `other` is the content of another file of the cache. */
type Damage = (path: string, random: number, other: Buffer) => Promise<unknown>;

const damages: Readonly<Record<string, Damage>> = {
  'with a bit turned': async (path, random) => {
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length * random);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random * 8));
    await writeFile(path, bytes);
  },
  'cut short': async (path, random) =>
    truncate(path, Math.floor((await readFile(path)).length * random)),
  'of another version': (path) => writeFile(path, '{"version":0,"collections":[]}'),
  gone: (path) => rm(path),
  'in the place of another': (path, _, other) => writeFile(path, other),
  'a folder': (path) => rm(path).then(() => mkdir(join(path, 'in'), { recursive: true })),
};

test('a cache that is damaged in any part costs time, never a page', async (t) => {
  const site = await buildSite(t, folder, {}, { emptyCache: true });
  assert.equal(site.code, 0, site.stderr);
  const whole = await site.hashes();
  const random = randomNumbers(11);
  const all = Object.entries(kinds);
  // One kind at a time, because a lost file can hide the effect of another.
  // Files in place of folders.
  const stores = ['code', 'rendered', 'pictures', 'cards', 'compressed', 'publications'];
  await t.test('a file in the place of each of its folders', async () => {
    for (const store of stores) {
      await rm(join(site.cacheDir, store), { recursive: true });
      await writeFile(join(site.cacheDir, store), 'x');
    }
    const again = await site.rebuild({});
    assert.equal(again.code, 0, again.stderr);
    assertSameFiles(await again.hashes(), whole);
  });
  const cases = Object.entries(damages).flatMap(([damage, apply], n) =>
    long || n === 0
      ? all.map(([kind, pattern]) => ({ name: `${kind} ${damage}`, pattern, apply }))
      : [{ name: `all of it ${damage}`, pattern: /./u, apply }],
  );
  for (const { name, pattern, apply } of cases) {
    await t.test(name, async () => {
      const files = (await listFiles(site.cacheDir)).filter((path) => pattern.test(path));
      assert.ok(files.length > 0);
      const places = files.map((path) => join(site.cacheDir, path));
      const contents = await Promise.all(places.map((place) => readFile(place)));
      for (const [index, place] of places.entries()) {
        const other = contents[(index + 1) % places.length] ?? Buffer.alloc(0);
        await apply(place, random.next().value, other);
      }
      // Prints everything again from the cache.
      await rm(site.outDir, { recursive: true });
      const again = await site.rebuild({});
      assert.equal(again.code, 0, again.stderr);
      assertSameFiles(await again.hashes(), whole);
    });
  }
});

/** A small disk for the test, or undefined if this user may not mount one. */
async function smallDisk(
  t: TestContext,
  kilobytes: number,
  files = 100_000,
): Promise<string | undefined> {
  const places: string[] = [];
  t.after(() => places.map((place) => spawnSync('umount', [place])));
  const place = join(await temporaryFolder(t), 'disk');
  await mkdir(place);
  const options = [
    '-t',
    'tmpfs',
    '-o',
    `size=${kilobytes}k,nr_inodes=${files}`,
    'tmpfs',
    place,
  ];
  const { status } = spawnSync('mount', options);
  if (status === 0) {
    places.push(place);
    return place;
  }
  // Only root may mount, and not in every container.
  assert.notEqual(process.env['CI'], 'true', 'mount -t tmpfs failed');
  t.skip('this user may not mount a small disk (mount -t tmpfs)');
  return undefined;
}

test('surroundings that fail a build are named, and leave what was there', async (t) => {
  const site = await buildSite(t, folder, {}, { emptyCache: true });
  assert.equal(site.code, 0, site.stderr);
  const whole = await site.hashes();

  await t.test('two builds at once both end well', async () => {
    const { lock } = await outputFolders(site.outDir);
    const release = await holdLock(lock);
    const child = spawn(process.execPath, ['src/commands/build.ts'], {
      cwd: projectRoot,
      env: environmentOf(site),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const waits = new Promise<string>((resolve) =>
      child.stdout.setEncoding('utf8').on('data', resolve),
    );
    const ended = new Promise((resolve) => child.once('close', resolve));
    assert.match(await waits, /Another build \(process \d+\)/u);
    const other = site.rebuild({});
    await release?.();
    assert.equal(await ended, 0);
    assert.equal((await other).code, 0);
    assertSameFiles(await site.hashes(), whole);
  });

  for (const [setting, kilobytes, files] of [
    ['OUT_DIR', 100, 100_000],
    ['OUT_DIR', 50_000, 30],
    ['CACHE_DIR', 8, 100_000],
    ['CACHE_DIR', 60, 100_000],
    ['CACHE_DIR', 50_000, 30],
  ] as const) {
    await t.test(
      `a disk of ${kilobytes} kB and ${files} files is full for ${setting}`,
      async (t) => {
        const disk = await smallDisk(t, kilobytes, files);
        if (disk === undefined) return;
        const place = join(disk, 'dist');
        // Nothing may be left out to make it fit.
        const full = await site.rebuild({}, { [setting]: place, SKIP_INVALID: '1' });
        assert.equal(full.code, 1);
        assert.equal(
          full.stderr.trim().split('\n').at(-1),
          `${place}: the disk is full: free some space, or set ${setting} to a folder on another disk`,
        );
        assert.doesNotMatch(full.stderr, /card:/u);
        assertSameFiles(await site.hashes(), whole);
        if (setting === 'OUT_DIR') assert.equal(existsSync(place), false);

        spawnSync('mount', ['-o', 'remount,size=50m,nr_inodes=100000', disk]);
        const roomy = await site.rebuild({}, { [setting]: place });
        assert.equal(roomy.code, 0, roomy.stderr);
        const built = setting === 'OUT_DIR' ? place : site.outDir;
        assert.deepEqual(await hashFiles(built), whole);
      },
    );
  }

  await t.test('CACHE_DIR is a file', async (t) => {
    const place = join(await temporaryFolder(t), 'file');
    await writeFile(place, '');
    const refused = await site.rebuild({}, { CACHE_DIR: place });
    assert.equal(refused.code, 1);
    assert.match(
      refused.stderr,
      new RegExp(`^${place}: is a file, not a folder: [^\n]*\n$`, 'u'),
    );
  });

  for (const setting of ['OUT_DIR', 'CACHE_DIR'] as const) {
    await t.test(`${setting} cannot be written`, async (t) => {
      const isRoot = process.getuid?.() === 0;
      const base = isRoot ? await smallDisk(t, 10_000) : await temporaryFolder(t);
      if (base === undefined) return;
      const place = join(base, 'in', 'place');
      await mkdir(dirname(place));
      // Root may write everywhere except on a read-only disk.
      if (isRoot) spawnSync('mount', ['-o', 'remount,ro', base]);
      else await chmod(dirname(place), 0o555);
      const refused = await site.rebuild({}, { [setting]: place });
      assert.equal(refused.code, 1);
      assert.match(
        refused.stderr,
        new RegExp(`^${place}: this .*set ${setting} to .*\n$`, 'u'),
      );
      assertSameFiles(await site.hashes(), whole);
    });
  }
});
