import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadSealed, storeSealed } from '../src/system/cache/cached-file.ts';
import { openStore } from '../src/system/store/open-store.ts';
import { openS3Store } from '../src/system/store/s3-store.ts';
import type { Store } from '../src/system/store/store.ts';
import { s3ServerOrSkip } from './s3-server.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { hashFiles } from './test-site.ts';

test('a bucket brings to one machine what another machine sent', async (t) => {
  const found = await machines(t, 2);
  if (!found) return;
  const [one, two] = found.stores as [Store, Store];
  const files = {
    'articles/17/한강 다리 #1.json': '{"title":"다리"}',
    'articles/17/a b/c+d%20e.json': 'spaces, plus and percent',
    'articles/17/[q]*{u}?.txt': 'a name with signs of patterns',
    'articles/18/one': 'eighteen',
    'sealed/record': 'names the others',
  };
  await write(one, files);
  await one.push(['articles/', 'sealed/record']);
  await two.pull(['articles/17/', 'sealed/record', 'missing', 'missing/']);
  const { 'articles/18/one': _, ...wanted } = await hashFiles(one.folder);
  assert.deepEqual(await hashFiles(two.folder), wanted);
  assert.deepEqual(two.traffic().received, { files: 4, bytes: bytesOf(files) - 8 });
  assert.deepEqual(one.traffic().sent, { files: 5, bytes: bytesOf(files) });

  await t.test('and moves nothing that is already there', async () => {
    await two.pull(['articles/17/', 'sealed/record']);
    assert.equal(two.traffic().received.files, 4);
    await one.push(['articles/', 'sealed/record']);
    assert.equal(one.traffic().sent.files, 5);
  });

  await t.test('but replaces a file with other content of the same length', async () => {
    await write(one, { 'articles/18/one': 'nineteen', 'sealed/record': 'names the OTHERS' });
    await one.push(['articles/18/', 'sealed/record']);
    await write(two, { 'articles/17/a b/c+d%20e.json': 'damaged, plus and perce.' });
    await two.pull(['articles/', 'sealed/record']);
    assert.deepEqual(await hashFiles(two.folder), await hashFiles(one.folder));
  });

  await t.test('and removes a file and a folder', async () => {
    await two.remove(['articles/17/[q]*{u}?.txt', 'articles/18/', 'missing']);
    assert.equal(existsSync(join(two.folder, 'articles/18/one')), false);
    const third = await openStore(found.address, await temporaryFolder(t));
    await third.pull(['articles/', 'sealed/']);
    assert.deepEqual(await hashFiles(third.folder), await hashFiles(two.folder));
  });
});

test('a file in a bucket replaces a folder, and a folder replaces a file', async (t) => {
  const found = await machines(t, 2);
  if (!found) return;
  const [one, two] = found.stores as [Store, Store];
  await write(one, { a: 'file', 'b/c': 'below' });
  await write(two, { 'a/old': 'below', b: 'file' });
  await one.push(['a', 'b/']);
  await two.pull(['a', 'b/c']);
  assert.deepEqual(await hashFiles(two.folder), await hashFiles(one.folder));
});

test('operations of one store run in the order of their calls', async (t) => {
  const found = await machines(t, 2);
  if (!found) return;
  const [one, two] = found.stores as [Store, Store];
  await write(one, { record: 'first' });
  const calls = [one.push(['record']), one.remove(['record'])];
  await Promise.all(calls);
  await two.pull(['record']);
  assert.deepEqual(await hashFiles(two.folder), {});
});

test('a thousand names are one list', async (t) => {
  const found = await machines(t, 2);
  if (!found) return;
  const [one, two] = found.stores as [Store, Store];
  const names = Array.from({ length: 300 }, (_, n) => `many/${n % 16}/${n}.json`);
  await write(one, Object.fromEntries(names.map((name) => [name, name])));
  await one.push(['many/']);
  const wanted = names.filter((_, n) => n % 3 === 0);
  await two.pull([...wanted, ...Array.from({ length: 900 }, (_, n) => `none/${n}`)]);
  assert.deepEqual(Object.keys(await hashFiles(two.folder)), wanted.sort());
});

test('a killed command leaves no half of a file, and the next one brings the rest', async (t) => {
  const found = await machines(t, 2);
  if (!found) return;
  const [one, two] = found.stores as [Store, Store];
  const names = Array.from({ length: 40 }, (_, n) => `parts/${n}`);
  for (const name of names) await storeSealed(one.folder, name, Buffer.alloc(2 ** 18, name));
  await one.push(['parts/']);
  const script = `import { openStore } from './src/system/store/open-store.ts';
    const store = await openStore(${JSON.stringify(found.address)}, ${JSON.stringify(two.folder)});
    console.log('pulls');
    await store.pull(['parts/']);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: new URL('../', import.meta.url),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => child.stdout.once('data', done));
  await new Promise((done) => setTimeout(done, 60));
  child.kill('SIGKILL');
  for (const name of names)
    if (existsSync(join(two.folder, name)))
      assert.ok(loadSealed(two.folder, name), `${name} is whole`);
  await two.pull(['parts/']);
  for (const name of names) assert.ok(loadSealed(two.folder, name), name);
});

test('a push of a file that was removed is an error that asks to build again', async (t) => {
  const found = await machines(t, 1);
  await assert.rejects(
    async () => found?.stores[0]?.push(['gone']) ?? Promise.reject({ name: 'LostFromCache' }),
    {
      name: 'LostFromCache',
    },
  );
});

const failures: readonly [what: string, env: NodeJS.ProcessEnv, address: string, RegExp][] = [
  ['a bucket that does not exist', {}, 's3://other/p', /bucket does not exist; create it/u],
  [
    'an unknown key',
    { AWS_ACCESS_KEY_ID: 'WRONGKEY' },
    's3://news/p',
    /does not know the access key; correct AWS_ACCESS_KEY_ID/u,
  ],
  [
    'a wrong secret',
    { AWS_SECRET_ACCESS_KEY: 'WRONGSECRET' },
    's3://news/p',
    /secret key is wrong/u,
  ],
  [
    'no credentials',
    { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    's3://news/p',
    /no credentials; set AWS_ACCESS_KEY_ID/u,
  ],
  [
    'a server that does not answer',
    { AWS_ENDPOINT_URL: 'http://user:WRONGSECRET@127.0.0.1:1' },
    's3://news/p',
    /cannot be reached; check the network and AWS_ENDPOINT_URL/u,
  ],
  ['no rclone', { PATH: '/nonexistent' }, 's3://news/p', /needs the program rclone.*install/u],
];

test('errors of a bucket', async (t) => {
  const found = await machines(t, 1);
  if (!found) return;
  for (const [what, env, address, expected] of failures)
    await t.test(`${what} is explained, without secrets`, async (inner) => {
      setEnvironment(inner, { ...env, HOME: '/nonexistent' });
      const error = await openStore(address, await temporaryFolder(t)).then(
        () => new Error('opened'),
        (reason: Error) => reason,
      );
      assert.equal(error.name, 'StoreError', error.stack ?? '');
      assert.match(error.message, expected);
      assert.doesNotMatch(error.message, /WRONG(?:KEY|SECRET)|S3RVER/u);
    });
});

test('rclone that hangs is ended, and one that is too old is refused', async (t) => {
  const found = await machines(t, 0);
  if (!found) return;
  const bin = await temporaryFolder(t);
  const pretend = (script: string) =>
    writeFile(join(bin, 'rclone'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  setEnvironment(t, { PATH: bin + delimiter + process.env['PATH'] });
  const open = async () =>
    openS3Store({ bucket: 'news', path: '' }, await temporaryFolder(t), { stallSeconds: 1 });
  await pretend('test "$1" = version && echo "rclone v1.60.1" && exit; exec sleep 60');
  await assert.rejects(open, /no progress in 1 seconds/u);
  await pretend('echo "rclone v1.53.3"');
  await assert.rejects(open, /needs rclone 1\.60 or newer, got 1\.53; install it/u);
  const kept = join(bin, 'seen');
  await pretend(
    `test "$1" = version && echo "rclone v1.60.1" && exit; echo "$@" >> ${kept}; env | grep RCLONE >> ${kept}`,
  );
  setEnvironment(t, { RCLONE_DRY_RUN: 'true', RCLONE_S3_PROVIDER: 'Minio' });
  await open();
  const seen = await readFile(kept, 'utf8');
  assert.match(seen, /RCLONE_S3_PROVIDER=Minio/u);
  assert.doesNotMatch(seen, /S3RVER|DRY_RUN/u);
});

/** As many stores of one bucket, each with its own folder. */
async function machines(t: TestContext, count: number) {
  const server = await s3ServerOrSkip(t);
  if (!server) return undefined;
  setEnvironment(t, server.env);
  const address = `s3://${server.bucket}/builds of 2026/본문`;
  const stores: Store[] = [];
  while (stores.length < count) {
    const folder = join(await temporaryFolder(t), 'cache folder');
    stores.push(await openStore(address, folder));
  }
  return { address, stores };
}

/** Sets variables until the test ends; an empty one is removed. */
function setEnvironment(t: TestContext, env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env)) {
    const before = process.env[name];
    if (value) process.env[name] = value;
    else delete process.env[name];
    t.after(() => {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    });
  }
}

async function write(
  { folder }: Store,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

function bytesOf(files: Readonly<Record<string, string>>): number {
  return Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
