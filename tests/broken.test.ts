import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
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

/** `npm run test:long` damages one kind of file at a time, and kills more builds. */
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

test('a build that is killed at any moment leaves the old site or the new one, and the next build succeeds', async (t) => {
  const site = await buildSite(t, folder);
  assert.equal(site.code, 0, site.stderr);
  const whole = await site.hashes();
  const started = performance.now();
  const second = await site.rebuild(edited);
  const usual = performance.now() - started;
  const other = await second.hashes();
  assert.notDeepEqual(whole, other);
  // Each round starts from `whole`, with the edit.
  await site.rebuild(restored);

  const random = randomNumbers(7);
  for (let round = 1; round <= (long ? 50 : 3); round += 1) {
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
          'expected the old site or the new one, got a mixture',
        );
        // Without the edit, nothing that the killed build stored may appear.
        const next = await site.rebuild(restored);
        assert.equal(next.code, 0, next.stderr);
        assertSameFiles(await next.hashes(), whole);
      },
    );
  }
});

/** The kinds of files in a cache except compiled code, by path. */
const kinds = {
  'the record of content files': /\/content-files\/\d+\.json$/u,
  'compressed files': /^compressed\//u,
  'the record of its size': /^pruned\.json$/u,
  'the search index': /\/search\//u,
  pictures: /^pictures\/.*\.(?:png|txt)$/u,
  cards: /^cards\//u,
  'rendered texts': /^rendered\//u,
  'the ledger': /\/ledger\//u,
  'records of pictures': /^pictures\/.*\.json$/u,
} as const satisfies Record<string, RegExp>;
type Kind = keyof typeof kinds;

/** Kinds that are damaged together: a lost file may hide the effect of another kind. */
const groups: readonly (readonly Kind[])[] = long
  ? (Object.keys(kinds) as Kind[]).map((kind) => [kind])
  : [
      ['the record of content files', 'compressed files', 'the record of its size'],
      ['the search index', 'pictures'],
      ['cards', 'rendered texts'],
      ['the ledger', 'records of pictures'],
    ];

/** What happens to a file; `other` is the content of another file of the cache. */
type Damage = (path: string, random: number, other: Buffer) => Promise<unknown>;

const damages: Readonly<Record<string, Damage>> = {
  'with a flipped bit': async (path, random) => {
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length * random);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random * 8));
    await writeFile(path, bytes);
  },
  truncated: async (path, random) =>
    truncate(path, Math.floor((await readFile(path)).length * random)),
  'of another version': (path) => writeFile(path, '{"version":0,"collections":[]}'),
  missing: (path) => rm(path),
  'with the content of another': (path, _, other) => writeFile(path, other),
  'as a folder': (path) => rm(path).then(() => mkdir(join(path, 'in'), { recursive: true })),
};

/** Damages each file of a list, with the damages in turn. */
async function damageFiles(
  places: readonly string[],
  random: Generator<number, never>,
  inTurn: readonly Damage[],
): Promise<void> {
  assert.ok(places.length > 0);
  const contents = await Promise.all(places.map((place) => readFile(place)));
  for (const [index, place] of places.entries()) {
    const other = contents[(index + 1) % places.length] ?? Buffer.alloc(0);
    await inTurn[index % inTurn.length]?.(place, random.next().value, other);
  }
}

test('a damaged cache makes a build slower, and changes no byte of the site', async (t) => {
  const site = await buildSite(t, folder);
  assert.equal(site.code, 0, site.stderr);
  const whole = await site.hashes();
  const random = randomNumbers(11);
  /** Prints everything again from a cache. */
  const rebuildFrom = async (cacheDir: string) => {
    await rm(site.outDir, { recursive: true, force: true });
    const again = await site.rebuild({}, { CACHE_DIR: cacheDir });
    assert.equal(again.code, 0, again.stderr);
    assertSameFiles(await again.hashes(), whole);
  };
  const filesOf = async (cacheDir: string, isMeant: (path: string) => boolean) =>
    (await listFiles(cacheDir)).filter(isMeant).map((path) => join(cacheDir, path));
  const isCode = (path: string) => path.startsWith('code/');

  await t.test('files in the place of its folders', async () => {
    for (const store of ['rendered', 'pictures', 'cards', 'compressed', 'publications']) {
      await rm(join(site.cacheDir, store), { recursive: true });
      await writeFile(join(site.cacheDir, store), 'x');
    }
    await rebuildFrom(site.cacheDir);
  });

  const flipBit = damages['with a flipped bit'] as Damage;
  for (const group of groups)
    for (const [name, damage] of long
      ? Object.entries(damages)
      : [['with a flipped bit', flipBit] as const])
      await t.test(`${group.join(', ')} ${name}`, async () => {
        for (const kind of group) {
          const places = await filesOf(site.cacheDir, (path) => kinds[kind].test(path));
          await damageFiles(places, random, [damage]);
        }
        await rebuildFrom(site.cacheDir);
      });
  // Each file is damaged in two ways, one after the other.
  const all = Object.values(damages);
  for (const first of [0, all.length / 2])
    await t.test(`all files except compiled code, with damage ${first} first`, async () => {
      const places = await filesOf(site.cacheDir, (path) => !isCode(path));
      await damageFiles(places, random, [...all.slice(first), ...all.slice(0, first)]);
      await rebuildFrom(site.cacheDir);
    });

  // A cache that no other test gets.
  const cacheDir = join(await temporaryFolder(t), 'cache');
  const code = join(cacheDir, 'code');
  await t.test('a file in the place of the folder of compiled code', async () => {
    await mkdir(cacheDir);
    await writeFile(code, 'x');
    await rebuildFrom(cacheDir);
  });
  // Each case compiles the templates again. `cached-folder.test.ts` has more of them.
  if (long)
    for (const [name, damage] of Object.entries(damages))
      await t.test(`files of compiled code ${name}`, async () => {
        await damageFiles(await filesOf(cacheDir, isCode), random, [damage]);
        await rebuildFrom(cacheDir);
      });
});

/**
 * Mounts a small disk in a folder, which must last longer than the test; undefined if this user may not
 * mount one.
 */
async function smallDisk(
  t: TestContext,
  folder: string,
  kilobytes: number,
  files = 100_000,
): Promise<string | undefined> {
  const places: string[] = [];
  t.after(() => places.map((place) => spawnSync('umount', [place])));
  const place = join(folder, 'disk');
  await mkdir(place, { recursive: true });
  const size = `size=${kilobytes}k,nr_inodes=${files}`;
  const options = ['-t', 'tmpfs', '-o', size, 'tmpfs', place];
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

test('a build that a full or read-only disk ends names its folder, and leaves the old site', async (t) => {
  const site = await buildSite(t, folder);
  assert.equal(site.code, 0, site.stderr);
  const whole = await site.hashes();

  await t.test('two builds at the same time both succeed', async () => {
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

  // All disks have the same path, so that the compiled code is for each of them.
  const folderOfDisks = await temporaryFolder(t);
  /**
   * `hasCode`: compiled code is on another disk, so that other files fill this one.
   * `again`: `npm test` builds again after the disk has been enlarged.
   */
  for (const { setting, kilobytes, files = 100_000, hasCode = false, again = long } of [
    { setting: 'OUT_DIR', kilobytes: 100, again: true },
    { setting: 'OUT_DIR', kilobytes: 50_000, files: 30 },
    { setting: 'CACHE_DIR', kilobytes: 8 },
    { setting: 'CACHE_DIR', kilobytes: 60, hasCode: true, again: true },
    { setting: 'CACHE_DIR', kilobytes: 50_000, files: 30, hasCode: true },
  ] as const) {
    await t.test(
      `a disk of ${kilobytes} kB and ${files} files is full for ${setting}`,
      async (t) => {
        const disk = await smallDisk(t, folderOfDisks, kilobytes, files);
        if (disk === undefined) return;
        const place = join(disk, 'place');
        if (hasCode) {
          await mkdir(place);
          await symlink(join(site.cacheDir, 'code'), join(place, 'code'));
        }
        // Nothing may be left out to make it fit.
        const full = await site.rebuild({}, { [setting]: place, SKIP_INVALID: '1' });
        assert.equal(full.code, 75);
        assert.equal(
          full.stderr.trim().split('\n').at(-1),
          `${place}: the disk is full: free some space, or set ${setting} to a folder on another disk`,
        );
        assert.doesNotMatch(full.stderr, /card:/u);
        assertSameFiles(await site.hashes(), whole);
        if (setting === 'OUT_DIR') assert.equal(existsSync(place), false);

        if (!again) return;
        spawnSync('mount', ['-o', 'remount,size=50m,nr_inodes=100000', disk]);
        const roomy = await site.rebuild({}, { [setting]: place });
        assert.equal(roomy.code, 0, roomy.stderr);
        const built = setting === 'OUT_DIR' ? place : site.outDir;
        assertSameFiles(await hashFiles(built), whole);
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
      const base = isRoot
        ? await smallDisk(t, folderOfDisks, 10_000)
        : await temporaryFolder(t);
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
