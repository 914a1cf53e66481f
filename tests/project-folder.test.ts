import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { startDev } from './dev-site.ts';
import { runInFolder } from './run-in-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { change, type Files, hashFiles } from './test-site.ts';

const article = (title: string) =>
  ['---', `title: ${title}`, 'date: 2026-05-20', '---', '', 'Text.', ''].join('\n');

/** What a project contains beside its articles. None of these may be published or reported. */
const beside: Files = {
  'package.json': '{}',
  'package-lock.json': '{}',
  'README.md': '# For writers\n',
  'CHANGELOG.md': '# Changes\n',
  'LICENSE.md': 'All rights reserved.\n',
  '.github/PULL_REQUEST_TEMPLATE.md': 'What?\n',
  'node_modules/other/README.md': '# Other\n',
  'node_modules/other/docs/use.md': '# Use\n',
  'theme/notes.md': '# Colours\n',
  'theme/old/page.html': '<p>Old',
};

/** A project whose folder has spaces and letters outside ASCII. */
async function projectOf(t: TestContext, files: Files): Promise<string> {
  const project = join(await temporaryFolder(t), 'Mein Blatt 신문');
  await mkdir(project);
  await change(project, files);
  return project;
}

describe('a project folder with its articles in it', () => {
  test('builds again and again, and reads nothing that is not content', async (t) => {
    const project = await projectOf(t, {
      ...beside,
      'publication.yaml': 'name: My Paper\nurl: https://paper.example\n',
      'bridge.md': article('A bridge'),
    });
    const cache = { CACHE_DIR: await takeCache(t) };
    const build = (more = {}, given: readonly string[] = []) =>
      runInFolder(project, 'build', given, { ...cache, ...more });
    const first = await build();
    assert.deepEqual([first.code, first.stderr], [0, ''], first.stderr);
    assert.match(first.stdout, /Built \. into dist: 1 article, /u);
    const made = await hashFiles(join(project, 'dist'));
    assert.ok('2026/05/20/bridge.md' in made);
    assert.ok(!Object.keys(made).some((path) => /changelog|colours|license|use/iu.test(path)));
    // Another output, in a name and a place of its own.
    const other = await build({ OUT_DIR: 'made/site' });
    assert.deepEqual([other.code, other.stderr], [0, '']);
    const again = await build({}, ['--verify']);
    assert.deepEqual([again.code, again.stderr], [0, '']);
    assert.match(again.stdout, /nothing has changed/u);
    assert.match(again.stdout, /Verified: /u);
    assert.deepEqual(await hashFiles(join(project, 'dist')), made);
    const check = await runInFolder(project, 'check', ['--strict'], { CACHE_DIR: 'kept' });
    assert.deepEqual([check.code, check.stderr], [0, '']);
    assert.match(check.stdout, /articles: 1 file, 0 errors, 0 warnings/u);
    const checkAgain = await runInFolder(project, 'check', [], { CACHE_DIR: 'kept' });
    assert.deepEqual([checkAgain.code, checkAgain.stderr], [0, '']);
  });

  test('refuses an output or a cache that is the project folder', async (t) => {
    const project = await projectOf(t, { 'publication.yaml': '', 'a.md': article('A') });
    const cache = await takeCache(t);
    const out = await runInFolder(project, 'build', [], { OUT_DIR: '.', CACHE_DIR: cache });
    assert.match(out.stderr, /the output would replace /u);
    const own = await runInFolder(project, 'check', [], { CACHE_DIR: '.' });
    assert.match(own.stderr, /^CACHE_DIR: expected a folder outside of CONTENT_DIR/u);
    assert.deepEqual((await readdir(project)).sort(), ['a.md', 'publication.yaml']);
  });

  test('is previewed, and a build into dist/ does not reload pages', async (t) => {
    const project = await projectOf(t, {
      ...beside,
      'publication.yaml': 'name: My Paper\n',
      'bridge.md': article('A bridge'),
    });
    const dev = await startDev(t, {}, { CONTENT_DIR: '' }, undefined, project);
    const page = await (await fetch(dev.address)).text();
    assert.match(page, /A bridge/u);
    dev.printed();
    const stateOf = async () =>
      /data !== ("[^"]+")/u.exec(await (await fetch(dev.address)).text())?.[1];
    const before = await stateOf();
    assert.ok(before);
    // As a build moves its files into place.
    await change(project, {
      '.dist-build/new/a.md': article('Copy'),
      '.dist-build/made': '',
      'dist-hosting/files.json': '{}',
      'dist/CHANGELOG.md': '# x\n',
      'CHANGELOG.md': '# More\n',
    });
    await rename(join(project, '.dist-build/new/a.md'), join(project, 'dist/a.md'));
    await writeFile(join(project, 'dist/b.md'), 'No front matter.');
    await writeFile(join(project, 'quay.md'), article('A quay'));
    for (;;) if (/A quay/u.test(await (await fetch(dev.address)).text())) break;
    assert.equal(dev.printed(), '');
    const after = await stateOf();
    assert.notEqual(after, before, 'it shows the new article');
    await rm(join(project, 'dist'), { recursive: true });
    await change(project, { 'dist/c.md': 'Text.' });
    // Longer than the preview waits after a change.
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await stateOf(), after);
    assert.equal(dev.printed(), '');
  });
});

describe('a project without CONTENT_DIR', () => {
  test('reads the folder with publication.yaml', async (t) => {
    const project = await projectOf(t, {
      'articles/publication.yaml': 'name: My Paper\n',
      'articles/bridge.md': article('A bridge'),
      'README.md': '# My paper\n',
    });
    const { code, stdout, stderr } = await runInFolder(project, 'check', ['--strict']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /articles: 1 file, /u);
    const made = await runInFolder(project, 'new', ['A quay']);
    assert.match(made.stdout, /^Wrote articles\/a-quay\.md: /u);
    await change(project, { 'archive/publication.yaml': '' });
    for (const name of ['check', 'new', 'import', 'build', 'dev']) {
      const given = name === 'new' || name === 'import' ? ['x'] : [];
      const ended = await runInFolder(project, name, given);
      assert.equal(ended.code, 1, name);
      assert.match(ended.stderr, /^CONTENT_DIR: .* got "archive" and "articles"; /u, name);
    }
  });

  test('says what is expected where there is no content folder, and makes nothing', async (t) => {
    const project = await projectOf(t, { 'bridge.md': article('A bridge') });
    for (const name of ['check', 'build', 'start', 'dev']) {
      const { code, stderr } = await runInFolder(project, name, [], { PORT: '0' });
      assert.equal(code, 1, name);
      assert.match(
        stderr,
        /^CONTENT_DIR: not set, and expected a folder content\/ or one with publication\.yaml, got neither in .*; create one, or set CONTENT_DIR to /u,
        name,
      );
    }
    assert.deepEqual(await readdir(project), ['bridge.md']);
  });

  test('warns of publication.yaml beside content/, where it is not read', async (t) => {
    const project = await projectOf(t, {
      'publication.yaml': 'name: My Paper\n',
      'content/bridge.md': article('A bridge'),
    });
    const { code, stderr } = await runInFolder(project, 'check');
    assert.equal(code, 0);
    assert.match(stderr, /^warning: publication\.yaml: not read, since content\/ is /u);
  });

  test('gets content/ with the first article that is written or imported', async (t) => {
    const project = await projectOf(t, { 'old.txt': 'A quay\n\nThe quay opened today.\n' });
    const imported = await runInFolder(project, 'import', ['old.txt', '--date', '2026-05-20']);
    assert.equal(imported.code, 0, imported.stderr + imported.stdout);
    assert.ok(existsSync(join(project, 'content/a-quay.md')), imported.stdout);
    await rm(join(project, 'content'), { recursive: true });
    const made = await runInFolder(project, 'new', ['A bridge']);
    assert.match(made.stdout, /^Wrote content\/a-bridge\.md: /u);
  });
});

test('an import into a project folder takes no file of its output for an article', async (t) => {
  const post = '---\ntitle: A quay\ndate: 2026-05-20\nid: quay-1\n---\n\nText.\n';
  const project = await projectOf(t, {
    'publication.yaml': '',
    'dist/2026/05/20/quay.md': post,
    'node_modules/other/quay.md': post,
    // The output of a build with another `OUT_DIR`.
    '.site-build/made': '',
    'site/2026/05/20/quay.md': post,
    'sources/quay.md': post,
  });
  const { code, stdout } = await runInFolder(project, 'import', ['sources/quay.md']);
  assert.equal(code, 0, stdout);
  assert.ok(existsSync(join(project, 'quay.md')), stdout);
});
