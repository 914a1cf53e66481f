import assert from 'node:assert/strict';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { buildInShards, type Machine, type StageEnd } from './build-in-shards.ts';
import { copyOfProject } from './copy-of-project.ts';
import {
  changedFiles,
  createRandomFolder,
  defaultSeed,
  randomNumbers,
} from './random-folder.ts';
import { s3ServerOrSkip } from './s3-server.ts';
import { emptyCacheFolder, takeCache } from './test-cache.ts';
import { assertSameFiles, type BuiltSite, buildSite, hashFiles } from './test-site.ts';

// Its processes take a minute.
const skip = process.env['LONG_TESTS'] === '1' ? false : 'only in `npm run test:long`';

test('four machines that share a bucket make the site of one machine', { skip }, async (t) => {
  const server = await s3ServerOrSkip(t);
  if (!server) return;
  const series = await createRandomFolder();
  const before = series.files();
  const site = await buildSite(t, before);
  const env = { ...server.env, STORE: `s3://${server.bucket}/site of 한강` };
  const machines: Machine[] = [];
  while (machines.length < 4) machines.push(await newMachine(t, env));
  const numbers = randomNumbers(defaultSeed);
  const random = () => numbers.next().value;
  const build = () => buildInShards({ machines, shards: 4, random });
  const copyContent = () =>
    Promise.all(
      machines.map(async ({ root }) => {
        await rm(join(root, 'content'), { recursive: true, force: true });
        await cp(site.contentDir, join(root, 'content'), { recursive: true });
      }),
    );

  await t.test('from nothing', async () => {
    await copyContent();
    const ends = await build();
    await mustBeSame(ends, site, 'from nothing');
    t.diagnostic(`from nothing: ${trafficOf(ends)}`);
  });

  await t.test('and after a change, on machines that keep nothing', async () => {
    await series.change();
    const built = await site.rebuild(changedFiles(before, series.files()));
    await copyContent();
    for (const machine of machines) await forget(machine);
    const ends = await build();
    await mustBeSame(ends, built, 'after a change');
    t.diagnostic(`after a change: ${trafficOf(ends)}`);
  });
});

async function mustBeSame(ends: readonly StageEnd[], site: BuiltSite, when: string) {
  const { code, stderr, machine } = ends.at(-1) as StageEnd;
  assert.equal(code, 0, `${when}: ${stderr}`);
  const outDir = join(machine.root, 'dist');
  for (const end of ['', '-hosting'])
    assertSameFiles(await hashFiles(outDir + end), await hashFiles(site.outDir + end), when);
}

async function newMachine(t: TestContext, env: Machine['env']): Promise<Machine> {
  const folders = { CONTENT_DIR: 'content', OUT_DIR: 'dist', CACHE_DIR: await takeCache(t) };
  return { root: await copyOfProject(t), env: { ...folders, ...env } };
}

async function forget({ root, env }: Machine): Promise<void> {
  await emptyCacheFolder(env['CACHE_DIR'] as string);
  for (const name of ['dist', 'dist-hosting'])
    await rm(join(root, name), { recursive: true, force: true });
}

interface Traffic {
  readonly files: number;
  readonly bytes: number;
}

/** What each stage received and sent. */
function trafficOf(ends: readonly StageEnd[]): string {
  const facts = ends.map(({ stage, stdout }) => ({
    stage,
    ...(JSON.parse(stdout) as { readonly received: Traffic; readonly sent: Traffic }),
  }));
  return facts
    .map(
      ({ stage, received, sent }) =>
        `${stage} received ${received.files} files (${received.bytes} bytes), sent ${sent.files} (${sent.bytes})`,
    )
    .join('; ');
}
