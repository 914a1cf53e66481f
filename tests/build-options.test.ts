import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadSealed, storeSealed } from '../src/system/cache/cached-file.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { change, listFiles, projectRoot } from './test-site.ts';

const article = (title: string, date: string, text: string) =>
  ['---', `title: ${title}`, `date: ${date}`, '---', '', text, ''].join('\n');

/** `npm run test:long` also verifies a correct build, which compiles the templates twice more. */
const long = process.env['LONG_TESTS'] === '1';

interface Place {
  readonly folder: string;
  readonly cacheDir: string;
  /** More settings. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `npm run build` with these arguments, without npm. */
async function build({ folder, cacheDir, env }: Place, ...given: string[]) {
  const child = spawn(process.execPath, ['src/commands/build.ts', ...given], {
    cwd: projectRoot,
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'dist'),
      CACHE_DIR: cacheDir,
      SITE_URL: 'https://news.example',
      NOW: '2026-06-01T12:00:00Z',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

/** The lines of a build's stages, with N for each number except zero. */
const stagesOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => / s$/u.test(line) && !line.startsWith('Built '))
    .map((line) => line.replaceAll(/\b(?!0 )[\d.]+/gu, 'N').replace(/, 0.0 s$/u, ', N s'));

async function createPlace(t: TestContext): Promise<Place> {
  const place = { folder: await temporaryFolder(t), cacheDir: await takeCache(t) };
  await change(join(place.folder, 'content'), {
    'publication.yaml': 'name: Test\nsections: [World]\n',
    'bridge.md': article('A bridge', '2026-05-06', 'It is planned.'),
    'quay.md': article('A quay', '2026-05-05', 'It is old.'),
    'fair.md': article('A fair', '2026-05-04', 'It opened.'),
  });
  return place;
}

const page = '2026/05/06/bridge/index.html';
const address = '/2026/05/06/bridge/';
const kept = `${page}: kept, since none of its inputs has changed`;

test('--why gives the reason why a file was printed or kept', async (t) => {
  const place = await createPlace(t);
  const content = join(place.folder, 'content');
  const why = async (asked: string) => {
    const { code, stdout, stderr } = await build(place, '--why', asked);
    assert.equal(code, 0, stderr);
    return stdout.trim().split('\n').at(-1);
  };
  assert.equal(await why(address), `${page}: printed, since the last build had no such file`);
  assert.equal(await why(address), kept);

  const changes: readonly [changes: Record<string, string>, answer: string][] = [
    [
      { 'bridge.md': article('A bridge', '2026-05-06', 'It is *planned*.') },
      `${page}: printed, since these have changed: its own text or fields`,
    ],
    [
      { 'quay.md': article('An old quay', '2026-05-05', 'It is old.') },
      `${page}: printed, since these have changed: the previous article`,
    ],
    [{ 'fair.md': article('A big fair', '2026-05-04', 'It opened.') }, kept],
    [
      { 'publication.yaml': 'name: Test\nsections: [World]\npageSize: 30\n' },
      `${page}: printed, since these have changed: publication.yaml`,
    ],
  ];
  for (const [files, answer] of changes) {
    await change(content, files);
    assert.equal(await why(address), answer);
  }
  await writeFile(join(place.folder, 'dist', page), 'mine');
  assert.match(
    (await why(address)) ?? '',
    /the file in the output was changed after the last build$/u,
  );
  assert.equal(
    await why('/nothing/'),
    'nothing/index.html: not a file of the site; give an address as it is in the browser, such as /2026/01/06/bridge/',
  );

  const url = `https://news.example${address}`;
  const { stdout } = await build(place, '--why', url, '--force', '--json');
  const report = JSON.parse(stdout);
  assert.equal(report.why, `${page}: printed, since --force prints all files`);
  assert.equal(report.sheets.printed.article, 3);
  assert.deepEqual(report.sheets.kept, {});
  assert.ok(report.peakMemory > 1_000_000);
});

test('--verify compares the output with that of a build from scratch', async (t) => {
  const place = await createPlace(t);
  const first = await build(place, '--quiet');
  assert.deepEqual([first.code, first.stdout, first.stderr], [0, '', '']);
  await change(join(place.folder, 'content'), {
    'bridge.md': article('A bridge', '2026-05-06', 'It is *planned*.'),
    'new.md': article('New', '2026-01-05', 'Text.'),
  });
  const edited = await build(place);
  assert.deepEqual(stagesOf(edited.stdout), [
    'Articles: N read, N kept, N s',
    'Templates: N s',
    'Parts of the search index: N made, N s',
    'Files: N printed, N kept, N removed, N s',
  ]);
  if (long) {
    const verified = await build(place, '--verify');
    assert.deepEqual([verified.code, verified.stderr], [0, '']);
    assert.match(
      verified.stdout,
      /^Verified: a build from scratch makes the same \d+ files$/mu,
    );
    const silent = await build(place, '--verify', '--quiet');
    assert.deepEqual([silent.code, silent.stdout], [0, '']);
  }

  // Changes a rendered text in the cache, with a valid checksum.
  const { cacheDir } = place;
  for (const name of await listFiles(join(cacheDir, 'rendered'))) {
    const text = loadSealed(cacheDir, `rendered/${name}`)?.toString() ?? '';
    await storeSealed(cacheDir, `rendered/${name}`, text.replace('>planned<', '>flooded<'));
  }
  // Compiling needs no home folder, and templates are the same in any time zone and locale.
  const home = join(place.folder, 'file');
  await writeFile(home, '');
  const env = {
    ...{ HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: '', APPDATA: home },
    ...{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  };
  const refused = await build({ ...place, env }, '--force', '--verify');
  assert.equal(refused.code, 1, refused.stdout);
  const isSecond = (line: string) => line.startsWith('Second build');
  assert.deepEqual(stagesOf(refused.stdout).filter(isSecond), [
    'Second build, Articles: N read, N s',
    'Second build, Templates: N s',
    'Second build, Parts of the search index: N made, N s',
    'Second build, Files: N printed, N s',
  ]);
  const [message, ...lines] = refused.stderr.split('\n');
  // Only files with the changed word, and the list of hashes.
  const dist = join(place.folder, 'dist');
  const changed: string[] = [];
  for (const path of await listFiles(dist))
    if ((await readFile(join(dist, path), 'utf8')).includes('flooded'))
      changed.push(join(dist, path));
  assert.ok(changed.includes(join(dist, page)));
  changed.push(join(`${dist}-hosting`, 'files.json'));
  assert.equal(
    message,
    `build: expected the same bytes as a build from scratch, got other bytes in ${changed.length} files:`,
  );
  assert.deepEqual(
    lines.filter((line) => line.startsWith('  ')).sort(),
    changed.map((path) => `  ${path}`).sort(),
  );
});
