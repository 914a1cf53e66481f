import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { findContentFolder, hasUnreadSettings } from './default-content-folder.ts';

/** Files of a project, and the content folder that is found. */
const rows: readonly (readonly [files: readonly string[], found: string | undefined])[] = [
  [[], undefined],
  [['package.json', 'articles/a.md'], undefined],
  [['content/a.md'], 'content'],
  [['content/a.md', 'articles/publication.yaml'], 'content'],
  [['publication.yaml', 'a.md'], '.'],
  [['articles/publication.yaml'], 'articles'],
  [['기사 모음/Publication.YML'], '기사 모음'],
  // Neither a file named `content`, nor settings in folders that are never read, are enough.
  [['content', 'articles/publication.yaml'], 'articles'],
  [['a/b/publication.yaml'], undefined],
  [['_old/publication.yaml', '.git/publication.yaml'], undefined],
  [['node_modules/publication.yaml', 'dist/publication.yaml'], undefined],
  [['.site-build/made', 'site/publication.yaml'], undefined],
];

for (const [files, found] of rows)
  test(`finds ${found ?? 'no content folder'} where there is ${files.join(', ') || 'nothing'}`, async (t) => {
    const project = await temporaryFolder(t);
    await write(project, files);
    assert.equal(findContentFolder(project), found);
  });

for (const [files, named] of [
  [['b/publication.yaml', 'a/publication.yaml'], '"a" and "b"'],
  [['publication.yaml', 'archive/publication.yaml'], 'the working folder and "archive"'],
] as const)
  test(`names both folders where ${files.join(' and ')} exist`, async (t) => {
    const project = await temporaryFolder(t);
    await write(project, files);
    assert.throws(() => findContentFolder(project), {
      name: 'CommandError',
      message: `CONTENT_DIR: not set, and expected one folder with publication.yaml, got ${named}; set CONTENT_DIR to one of them`,
    });
  });

test('finds settings that are not read, since they are beside content/', async (t) => {
  const project = await temporaryFolder(t);
  await write(project, ['publication.yaml']);
  assert.equal(hasUnreadSettings(project), false);
  await write(project, ['content/a.md']);
  assert.equal(hasUnreadSettings(project), true);
  await write(project, ['content/publication.yaml']);
  assert.equal(hasUnreadSettings(project), false);
});

async function write(project: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(project, file)), { recursive: true });
    await writeFile(join(project, file), '');
  }
}
