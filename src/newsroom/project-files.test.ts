import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { isOutputFolder } from '../system/cache/build-folder.ts';
import { findContentFiles, isIgnored } from './find-content-files.ts';
import { projectFiles } from './project-files.ts';

const settings = { contentDir: '.', outDir: 'dist', cacheDir: '.cache' };

test('only a content folder that is the project folder contains files of the project', () => {
  for (const contentDir of ['.', './', '/paper', '/paper/content/..'])
    assert.ok(
      projectFiles('/paper', { ...settings, contentDir }).includes('theme'),
      contentDir,
    );
  for (const contentDir of ['content', '..', '/other', '/paper/content'])
    assert.deepEqual(projectFiles('/paper', { ...settings, contentDir }), [], contentDir);
});

test('the output and the cache are among them where they are below the project', () => {
  const of = (outDir: string, cacheDir: string) =>
    projectFiles('/paper', { ...settings, outDir, cacheDir });
  const own = of('made/ca\u0301t', '/paper/kept');
  for (const path of ['made/c\u00e1t', 'made/c\u00e1t-hosting', 'kept', 'dist', '.cache'])
    assert.ok(own.includes(path), path);
  assert.deepEqual(of('/srv/site', '../kept'), of('dist', '.cache'));
});

test('the folder of the theme is one of them in every content folder', () => {
  const of = (contentDir: string, theme: string) =>
    projectFiles('/paper', { ...settings, contentDir }, theme);
  assert.ok(of('.', '/paper/looks/dark').includes('looks/dark'));
  assert.deepEqual(of('articles', '/paper/articles/looks'), ['looks']);
  assert.deepEqual(of('articles', '/paper/theme'), []);
  assert.deepEqual(of('articles', '/paper/articles'), []);
});

test('ignores what is below a file of the project, and no other path', () => {
  const project = projectFiles('/paper', settings);
  for (const path of ['dist', 'dist/a.md', 'theme/a/b.css', 'CHANGELOG.md', 'package.json'])
    assert.equal(isIgnored(path, project), true, path);
  for (const path of ['distant.md', 'a/dist/b.md', 'changelog.md', 'a/CHANGELOG.md'])
    assert.equal(isIgnored(path, project), false, path);
  assert.equal(isIgnored('dist/a.md'), false);
});

test('an output is known by the folder that a build keeps beside it', async (t) => {
  const names = new Set(['site', 'site-hosting', '.site-build', 'press-hosting']);
  assert.equal(isOutputFolder('site', names), true);
  assert.equal(isOutputFolder('site-hosting', names), true);
  assert.equal(isOutputFolder('press-hosting', names), false);
  const folder = await temporaryFolder(t);
  for (const path of ['a.md', 'x/site/b.md', 'x/.site-build/made', 'x/c.md', 'site/d.md']) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '');
  }
  const { contentFiles, ignored, problems } = await findContentFiles(folder, 'content');
  assert.deepEqual(contentFiles, ['a.md', 'site/d.md', 'x/c.md']);
  assert.deepEqual([ignored, problems], [[], []]);
});
