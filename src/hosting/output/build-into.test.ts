import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import {
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { testBuild } from '../../../tests/test-build.ts';
import { buildInto } from './build-into.ts';

describe('a build', () => {
  test('creates the folder with its parents', async (t) => {
    const out = join(await temporaryFolder(t), 'a/b/dist');
    await buildInto(out, testBuild('one'));
    assert.equal(await versionOf(out), 'one');
  });

  test('replaces the previous one and its folder for hosts', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    await buildInto(out, async (dir) => {
      await testBuild('one')(dir);
      await writeFile(join(dir, 'gone.html'), '');
      await mkdir(`${dir}-hosting`);
      await writeFile(join(`${dir}-hosting`, 'files.json'), 'one');
    });
    assert.equal(await readFile(join(`${out}-hosting`, 'files.json'), 'utf8'), 'one');
    await buildInto(out, testBuild('two'));
    assert.deepEqual(await readdir(out), ['part', 'version.txt']);
    assert.equal(existsSync(`${out}-hosting`), false);
    assert.deepEqual((await readdir(dirname(out))).sort(), ['.dist-build', 'dist']);
    assert.deepEqual(await readdir(join(dirname(out), '.dist-build')), ['made']);
  });

  test('gets the same, empty staging folder each time', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    const seen: string[] = [];
    for (const version of ['one', 'two']) {
      await buildInto(out, async (dir) => {
        seen.push(dir);
        assert.deepEqual(await readdir(dir), []);
        await testBuild(version)(dir);
      });
    }
    assert.equal(seen[0], seen[1]);
  });

  test('that fails keeps the previous one, and throws its own error', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    await buildInto(out, testBuild('one'));
    const before = await lstat(out);
    const failure = Object.assign(new Error('no such article'), { code: 'EACCES', path: '/x' });
    await assert.rejects(
      buildInto(out, async (dir) => {
        await testBuild('half')(dir);
        throw failure;
      }),
      failure,
    );
    assert.equal((await lstat(out)).ino, before.ino);
    assert.equal(await versionOf(out), 'one');
  });

  test('reports a full disk', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    await assert.rejects(
      buildInto(out, () => Promise.reject(full)),
      /dist: the disk is full/u,
    );
  });

  test('keeps a link and replaces the folder that it points to', async (t) => {
    const folder = await temporaryFolder(t);
    const out = join(folder, 'dist');
    await mkdir(join(folder, 'elsewhere'));
    await symlink('elsewhere/site', out);
    for (const version of ['one', 'two']) {
      await buildInto(out, testBuild(version));
      assert.equal((await lstat(out)).isSymbolicLink(), true);
      assert.equal(await realpath(out), join(folder, 'elsewhere/site'));
      assert.equal(await versionOf(out), version);
    }
  });

  test('waits for another build of the same folder, and reports it once', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    const order: string[] = [];
    const messages: string[] = [];
    const begun = Promise.withResolvers<void>();
    const waiting = Promise.withResolvers<void>();
    const build = (name: string) => async (dir: string) => {
      order.push(`${name} begins`);
      begun.resolve();
      await waiting.promise;
      await testBuild(name)(dir);
      order.push(`${name} ends`);
    };
    const onWait = (message: string) => {
      messages.push(message);
      waiting.resolve();
    };
    const first = buildInto(out, build('one'), { onWait });
    await begun.promise;
    await Promise.all([first, buildInto(out, build('two'), { onWait })]);
    assert.deepEqual(order, ['one begins', 'one ends', 'two begins', 'two ends']);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /Another build \(process \d+\)/u);
    assert.equal(await versionOf(out), 'two');
  });
});

describe('a build does not replace', () => {
  test("a user's own folder", async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    await mkdir(out);
    await writeFile(join(out, 'index.html'), 'mine');
    await writeFile(join(out, '404.html'), 'mine');
    await assert.rejects(buildInto(out, testBuild('one')), /dist: .*no build made/u);
    assert.equal(await readFile(join(out, 'index.html'), 'utf8'), 'mine');
  });

  test("a user's folder or link with the name of the folder for hosts, also after an earlier build", async (t) => {
    const folder = await temporaryFolder(t);
    const out = join(folder, 'dist');
    const forHosts = `${out}-hosting`;
    const own = join(folder, 'own');
    for (const place of [own, forHosts]) {
      await mkdir(join(place, 'below'), { recursive: true });
      await writeFile(join(place, 'below/notes.txt'), 'mine');
    }
    await assert.rejects(buildInto(out, testBuild('one')), /dist-hosting: .*no build made/u);
    assert.equal(await readFile(join(forHosts, 'below/notes.txt'), 'utf8'), 'mine');
    await rm(forHosts, { recursive: true });
    await buildInto(out, testBuild('one'));
    await symlink(own, forHosts);
    await writeFile(join(own, 'files.json'), '{}');
    await assert.rejects(buildInto(out, testBuild('two')), /dist-hosting: .*got a link/u);
    assert.equal(await readFile(join(own, 'below/notes.txt'), 'utf8'), 'mine');
    assert.equal(await versionOf(out), 'one');
  });

  test('a file', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    await writeFile(out, 'mine');
    await assert.rejects(buildInto(out, testBuild('one')), /is a file/u);
  });

  test('the disk, the home folder, the project and the folders around it', async () => {
    for (const out of ['/', '.', '..', homedir()]) {
      await assert.rejects(
        buildInto(out, testBuild('one')),
        /set OUT_DIR to a (?:separate )?folder/u,
        out,
      );
    }
  });

  test('the content folder, a folder around it or one inside it', async (t) => {
    const folder = await temporaryFolder(t);
    const contentDir = join(folder, 'site/content');
    await mkdir(contentDir, { recursive: true });
    for (const out of [contentDir, join(folder, 'site'), join(contentDir, 'dist')]) {
      await assert.rejects(buildInto(out, testBuild('one'), { contentDir }), /OUT_DIR/u, out);
    }
    assert.deepEqual(await readdir(contentDir), []);
  });
});

test('removes a broken link in the output', async (t) => {
  const out = join(await temporaryFolder(t), 'dist');
  await buildInto(out, testBuild('one'));
  await symlink('/nowhere', join(out, 'part/link'));
  await symlink('/nowhere', join(out, 'version.link'));
  await buildInto(out, testBuild('two'));
  assert.deepEqual(await readdir(out), ['part', 'version.txt']);
  assert.equal((await readdir(join(out, 'part'))).includes('link'), false);
});

test('recognizes a previous build without its record by its list of files', async (t) => {
  const out = join(await temporaryFolder(t), 'dist');
  await mkdir(out);
  await mkdir(`${out}-hosting`);
  await writeFile(join(out, 'index.html'), '');
  await writeFile(join(`${out}-hosting`, 'files.json'), '{}');
  await buildInto(out, testBuild('one'));
  assert.equal(await versionOf(out), 'one');
});

function versionOf(out: string): Promise<string> {
  return readFile(join(out, 'version.txt'), 'utf8');
}

test('reports at once that no folder can be created', {
  skip: process.platform !== 'linux' && 'there is no /proc',
}, async () => {
  await assert.rejects(
    buildInto('/proc/x/y', async () => {}),
    {
      name: 'HostingError',
      message: '/proc/x/y: no folder can be created here: set OUT_DIR to a folder on a disk',
    },
  );
});
