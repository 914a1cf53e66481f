import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkName } from './check-name.ts';
import { explainRclone } from './explain-rclone.ts';
import { openStore } from './open-store.ts';
import { rcloneEnvironment, secretsIn } from './rclone-environment.ts';
import { parseS3Address } from './s3-address.ts';

test('a folder is a store: it is created, and nothing is moved', async (t) => {
  const folder = await temporary(t);
  const store = await openStore(join(folder, 'shared/disk of 한강'), join(folder, 'cache'));
  assert.equal(store.folder, join(folder, 'shared/disk of 한강'));
  assert.deepEqual(await readdir(store.folder), []);
  assert.equal(existsSync(join(folder, 'cache')), false);
  await writeFile(join(store.folder, 'record'), '1');
  await mkdir(join(store.folder, 'parts/17'), { recursive: true });
  await store.push(['record', 'parts/']);
  await store.pull(['record', 'missing', 'missing/']);
  await store.remove(['record', 'parts/', 'missing']);
  assert.deepEqual(await readdir(store.folder), []);
  assert.equal(store.traffic().sent.files, 0);
});

test('without a store the cache is the store', async (t) => {
  const folder = join(await temporary(t), 'cache');
  assert.equal((await openStore(undefined, folder)).folder, folder);
});

test('a link to a folder is a store', async (t) => {
  const folder = await temporary(t);
  await mkdir(join(folder, 'disk'));
  await symlink('disk', join(folder, 'link'));
  await openStore(join(folder, 'link'), folder);
});

test('a store that is no folder is explained', async (t) => {
  const folder = await temporary(t);
  await writeFile(join(folder, 'file'), '');
  for (const path of ['file', 'file/below'])
    await assert.rejects(openStore(join(folder, path), folder), {
      name: 'StoreError',
      message: /^STORE: expected a folder that can be written, got .*: a file is in its place/u,
    });
  await assert.rejects(
    openStore('/proc/dateline', folder),
    /^StoreError: STORE: expected a folder/u,
  );
});

const addresses: readonly [store: string, expected: object | undefined | RegExp][] = [
  ['build/store', undefined],
  ['/mnt/store', undefined],
  ['C:\\store', undefined],
  ['s3:bucket', undefined],
  ['s3://news', { bucket: 'news', path: '' }],
  ['S3://news.example/builds/2026/', { bucket: 'news.example', path: 'builds/2026' }],
  ['s3://news/builds of 한강', { bucket: 'news', path: 'builds of 한강' }],
  ['s3://', /with the name of a bucket/u],
  ['s3://a', /with the name of a bucket/u],
  ['s3://-x/y', /with the name of a bucket/u],
  ['s3://new,env_auth=false/y', /with the name of a bucket/u],
  ['s3://news/../other', /with a plain path/u],
  ['s3://news//x', /with a plain path/u],
  ['s3://news/a\nb', /with a plain path/u],
  ['gs://news/x', /other stores have an S3 address too/u],
  ['s3://KEY:SECRET@news/x', /without credentials/u],
];
for (const [store, expected] of addresses)
  test(`the address ${JSON.stringify(store)}`, () => {
    if (!(expected instanceof RegExp)) return assert.deepEqual(parseS3Address(store), expected);
    assert.throws(
      () => parseS3Address(store),
      ({ name, message }: Error) =>
        name === 'StoreError' && expected.test(message) && !message.includes('KEY:SECRET'),
    );
  });

test('names of files stay below the store', () => {
  for (const name of ['a', 'a/b c/한강.json', 'a/b/', '[x]*', '...', 'a..b', '~/x', 'C'])
    assert.equal(checkName(name), name);
  const wrong = [
    '',
    '/',
    '/a',
    'a//b',
    '..',
    '../a',
    'a/../b',
    './a',
    'a/.',
    'a\\..\\b',
    'c:/x',
  ];
  for (const name of [...wrong, 'a\nb', 'a\0b', 'a//'])
    assert.throws(() => checkName(name), /expected the name of a file below the store/u, name);
});

const amazon = { AWS_ACCESS_KEY_ID: 'AKIAKEY', AWS_SECRET_ACCESS_KEY: 's3cr/et+', HOME: '/h' };

test('the environment of rclone is that of other programs for S3', () => {
  const given = {
    ...amazon,
    AWS_REGION: 'ap-northeast-2',
    AWS_CA_BUNDLE: '/ca.pem',
    RCLONE_EXCLUDE: '*',
    RCLONE_DUMP: 'headers',
  };
  const env = rcloneEnvironment(given);
  assert.equal(env['RCLONE_S3_REGION'], 'ap-northeast-2');
  assert.equal(env['RCLONE_S3_PROVIDER'], 'AWS');
  assert.equal(env['RCLONE_CA_CERT'], '/ca.pem');
  assert.equal(env['AWS_SECRET_ACCESS_KEY'], 's3cr/et+');
  for (const name of ['AWS_CA_BUNDLE', 'RCLONE_EXCLUDE', 'RCLONE_DUMP', 'RCLONE_S3_ENDPOINT'])
    assert.equal(name in env, false, name);
  const AWS_ENDPOINT_URL = 'https://x.r2.cloudflarestorage.com';
  const other = rcloneEnvironment({ ...amazon, AWS_ENDPOINT_URL, RCLONE_TRANSFERS: '8' });
  assert.equal(other['RCLONE_S3_ENDPOINT'], AWS_ENDPOINT_URL);
  assert.equal(other['RCLONE_S3_PROVIDER'], 'Cloudflare');
  assert.equal(other['RCLONE_TRANSFERS'], '8');
});

const reports: readonly [report: string, expected: RegExp, code?: string][] = [
  ['AccessDenied: Access Denied\n\tstatus code: 403, request id: X', /allow s3:ListBucket/u],
  [
    'RequestError: dial tcp: lookup s3.example: no such host',
    /cannot be reached/u,
    'ETIMEDOUT',
  ],
  [
    'SlowDown: Please reduce your request rate. status code: 503',
    /run the command again later/u,
    'EAGAIN',
  ],
  ['write /c/x: no space left on device', /disk of CACHE_DIR is full/u, 'ENOSPC'],
  ['x509: certificate signed by unknown authority', /RCLONE_CA_CERT/u],
  ['ExpiredToken: The provided token has expired.', /expired; get new ones/u, 'EAGAIN'],
  ['something else', /^STORE: rclone: something else$/u],
  ['', /^STORE: rclone reports no reason$/u],
  ['Get "https://u:p@h/x?X-Amz-Credential=AKIAKEY&X-Amz-Signature=abc": s3cr/et+', /…@h/u],
];
for (const [report, expected, code] of reports)
  test(`rclone reports ${JSON.stringify(report)}`, () => {
    const error = explainRclone(report, secretsIn(amazon));
    assert.match(error.message, expected);
    assert.equal(error.code, code);
    assert.doesNotMatch(error.message, /AKIAKEY|s3cr|u:p|abc|\n/u);
  });

async function temporary(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
