import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSealed, storeSealed } from '../src/system/cache/cached-file.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { change, listFiles, projectRoot } from './test-site.ts';

const copy = (title: string, date: string, text: string) =>
  ['---', `title: ${title}`, `date: ${date}`, '---', '', text, ''].join('\n');

interface Place {
  readonly folder: string;
  readonly cacheDir: string;
}

/** Runs `npm run build` with these arguments, without npm. */
async function build({ folder, cacheDir }: Place, ...given: string[]) {
  const child = spawn(process.execPath, ['src/commands/build.ts', ...given], {
    cwd: projectRoot,
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'dist'),
      CACHE_DIR: cacheDir,
      SITE_URL: 'https://news.example',
      NOW: '2026-06-01T12:00:00Z',
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

/** The lines of a build's stages without their numbers, except for zero. */
const stagesOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => / s$/u.test(line) && !line.startsWith('Built '))
    .map((line) => line.replaceAll(/\b(?!0 )[\d.]+/gu, 'N').replace(/, 0.0 s$/u, ', N s'));

test('a build says why it printed a file, prints all when it is told to, and is verified', async (t) => {
  const folder = await temporaryFolder(t);
  const cacheDir = await takeCache(t);
  const place = { folder, cacheDir };
  const content = join(folder, 'content');
  await change(content, {
    'publication.yaml': 'name: Test\nsections: [World]\n',
    'bridge.md': copy('A bridge', '2026-05-06', 'It is planned.'),
    'quay.md': copy('A quay', '2026-05-05', 'It is old.'),
    'fair.md': copy('A fair', '2026-05-04', 'It opened.'),
  });
  const page = '2026/05/06/bridge/index.html';
  const why = async (address: string, ...more: string[]) => {
    const { code, stdout, stderr } = await build(place, '--why', address, ...more);
    assert.equal(code, 0, stderr);
    return stdout.trim().split('\n').at(-1);
  };

  const bridge = '/2026/05/06/bridge/';
  assert.equal(await why(bridge), `${page}: printed, since the last build had no such file`);
  const stays = `${page}: kept, since none of its inputs has changed`;
  assert.equal(await why(bridge), stays);
  assert.equal(
    await why(`https://news.example${bridge}`, '--force'),
    `${page}: printed, since --force prints all files`,
  );

  await change(content, { 'bridge.md': copy('A bridge', '2026-05-06', 'It is *planned*.') });
  assert.equal(
    await why(bridge),
    `${page}: printed, since these have changed: its own text or fields`,
  );
  await change(content, { 'quay.md': copy('An old quay', '2026-05-05', 'It is old.') });
  assert.equal(
    await why(bridge),
    `${page}: printed, since these have changed: the previous article`,
  );
  await change(content, { 'fair.md': copy('A big fair', '2026-05-04', 'It opened.') });
  assert.equal(await why(bridge), stays);
  await change(content, {
    'publication.yaml': 'name: Test\nsections: [World]\npageSize: 30\n',
  });
  assert.equal(
    await why(bridge),
    `${page}: printed, since these have changed: publication.yaml`,
  );
  await writeFile(join(folder, 'dist', page), 'mine');
  assert.match(
    (await why(bridge)) ?? '',
    /the file in the output was changed after the last build$/u,
  );
  assert.equal(
    await why('/nothing/'),
    'nothing/index.html: not a file of the site; give an address as it is in the browser, such as /2026/01/06/bridge/',
  );

  const verified = await build(place, '--verify');
  assert.equal(verified.code, 0, verified.stderr);
  assert.match(verified.stdout, /^Verified: a build from scratch makes the same \d+ files$/mu);
  assert.deepEqual(stagesOf(verified.stdout), [
    'Second build, Articles: N read, N s',
    'Second build, Templates: N s',
    'Second build, Share cards: N drawn, N s',
    'Second build, Parts of the search index: N made, N s',
    'Second build, Files: N printed, N s',
  ]);
  await change(content, { 'new.md': '---\ntitle: New\ndate: 2026-01-05\n---\n\nText.\n' });
  const edited = await build(place);
  assert.deepEqual(stagesOf(edited.stdout), [
    'Articles: N read, N kept, N s',
    'Templates: N s',
    'Share cards: N drawn, N kept, N s',
    'Parts of the search index: N made, N s',
    'Files: N printed, N kept, N removed, N s',
  ]);
  const silent = await build(place, '--verify', '--quiet');
  assert.deepEqual([silent.code, silent.stdout], [0, '']);

  // Changes a rendered text and seals it.
  for (const name of await listFiles(join(cacheDir, 'rendered'))) {
    const text = loadSealed(cacheDir, `rendered/${name}`)?.toString() ?? '';
    await storeSealed(cacheDir, `rendered/${name}`, text.replace('>planned<', '>flooded<'));
  }
  const forced = await build(place, '--force');
  assert.equal(forced.code, 0, forced.stderr);
  const refused = await build(place, '--verify');
  assert.equal(refused.code, 1, refused.stdout);
  assert.match(
    refused.stderr,
    /expected the same bytes as a build from scratch, got other bytes in \d+ files:\n/u,
  );
  assert.ok(refused.stderr.includes(`  ${join(folder, 'dist', page)}\n`), refused.stderr);

  const { stdout } = await build(place, '--force', '--json');
  const report = JSON.parse(stdout);
  assert.equal(report.sheets.printed.article, 4);
  assert.deepEqual(report.sheets.kept, {});
  assert.ok(report.peakMemory > 1_000_000);
});
