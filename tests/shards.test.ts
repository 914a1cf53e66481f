import assert from 'node:assert/strict';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { bucketOfContent } from '../src/newsroom/content-store.ts';
import { bucketOf } from '../src/system/cache/bucket.ts';
import { type Ended, runInFolder } from './run-in-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { assertSameFiles, change, type Files, hashFiles } from './test-site.ts';

/** A build in shards, beside one on one machine. */
interface Newsroom {
  readonly folder: string;
  /** Runs a command with the store of the shards. */
  readonly run: (command: string, ...given: readonly string[]) => Promise<Ended>;
  /** Runs a command that must succeed. */
  readonly done: (command: string, ...given: readonly string[]) => Promise<Ended>;
  /** Runs a stage for each shard, the last first. */
  readonly each: (stage: string, count: number) => Promise<void>;
  /** Builds on one machine and compares `dist` of the shards with the result. */
  readonly mustBeSame: (what: string) => Promise<void>;
}

const settings = 'name: My Paper\nlanguages: [en, ko]\nurl: https://paper.example\n';

function article(title: string, more = '', text = `What ${title} means.`): string {
  return `---\ntitle: ${title}\ndate: 2026-05-20\nsection: City\n${more}---\n\n${text}\n`;
}

const articles: Files = Object.fromEntries(
  Array.from({ length: 9 }, (_, n) => [`content/story-${n}.md`, article(`Story ${n}`)]),
);

const files: Files = {
  ...articles,
  'content/publication.yaml': settings,
  'content/bridge.md': article('Bridge', 'topics: [Water]\n', 'See [one](story-1.md).'),
  'content/bridge.ko.md': article('다리', '', '다리가 다시 열렸다.'),
  'content/story-1.ko.md': article('이야기', '', '첫 이야기다.'),
};

async function open(t: TestContext, content: Files = files): Promise<Newsroom> {
  const folder = await temporaryFolder(t);
  await change(folder, content);
  const env = { CACHE_DIR: await takeCache(t), STORE: join(folder, 'store') };
  const isStage = (command: string) => command !== 'build';
  const run = (command: string, ...given: readonly string[]) =>
    isStage(command)
      ? runInFolder(folder, 'stage', [command, ...given], env)
      : runInFolder(folder, command, given, env);
  const done = async (command: string, ...given: readonly string[]) => {
    const ended = await run(command, ...given);
    assert.equal(ended.code, 0, `${command} ${given.join(' ')}: ${ended.stderr}`);
    return ended;
  };
  return {
    ...{ folder, run, done },
    each: async (stage, count) => {
      for (let shard = count; shard > 0; shard -= 1)
        await done(stage, '--shard', `${shard}/${count}`);
    },
    mustBeSame: async (what) => {
      const one = { OUT_DIR: 'one', CACHE_DIR: await takeCache(t) };
      const built = await runInFolder(folder, 'build', [], one);
      assert.equal(built.code, 0, built.stderr);
      for (const part of ['', '-hosting'])
        assertSameFiles(
          await hashFiles(join(folder, `dist${part}`)),
          await hashFiles(join(folder, `one${part}`)),
          what,
        );
    },
  };
}

async function buildAll({ done, each }: Newsroom, count: number): Promise<void> {
  await done('plan');
  await each('gather', count);
  await done('merge');
  await each('print', count);
  await done('join');
}

describe('a build in shards', () => {
  test('has the bytes of one on one machine, and prints what an edit changed', async (t) => {
    const newsroom = await open(t);
    const { folder, done, each, mustBeSame } = newsroom;
    await buildAll(newsroom, 3);
    await mustBeSame('first');
    await change(folder, {
      'content/story-2.md': article('Story 2', '', 'Other words.'),
      'content/bridge.ko.md': null,
    });
    await done('plan');
    // The number of shards may be another one.
    await each('gather', 2);
    const merged = await done('merge', '--json');
    const { sheets } = JSON.parse(merged.stdout) as {
      readonly sheets: Record<'printed' | 'kept' | 'removed', Record<string, number>>;
    };
    assert.ok(sheets.printed['article'] && sheets.printed['article'] < 9, merged.stdout);
    assert.ok(sheets.kept['article'], merged.stdout);
    assert.equal(sheets.removed['article'], 1, merged.stdout);
    await each('print', 2);
    await done('join');
    await mustBeSame('after an edit');
    const same = await runInFolder(folder, 'build', ['--json'], {
      CACHE_DIR: join(folder, 'store'),
    });
    assert.equal(same.code, 0, same.stderr);
  });

  test('with a single file for each article', async (t) => {
    const newsroom = await open(t, {
      ...files,
      'content/publication.yaml': `${settings}hosting: {files: one}\n`,
    });
    await buildAll(newsroom, 2);
    await newsroom.mustBeSame('with packs');
  });

  test('done by an array job that runs twice', async (t) => {
    const { folder, done, run, mustBeSame } = await open(t);
    for (let round = 0; round < 2; round += 1)
      await Promise.all([1, 2, 3].map((shard) => done('build', '--shard', `${shard}/3`)));
    await mustBeSame('built by tasks');
    const again = await run('build', '--shard', '2/3');
    assert.match(again.stdout, /nothing has changed since/u);
    await change(folder, { 'content/story-4.md': article('Story 4', '', 'Edited.') });
    for (let round = 0; round < 2; round += 1)
      for (const shard of [1, 2, 3]) await done('build', '--shard', `${shard}/3`);
    await mustBeSame('built again by tasks');
  });

  test('reports the problems of all shards at once, sorted', async (t) => {
    const { folder, done, each, run } = await open(t, {
      ...files,
      'content/story-1.md': article('Story 1', 'dat: 3\n'),
      'content/story-7.md': '---\ndate: 2026-05-20\n---\n\nText.\n',
      'content/story-8.md': article('Story 8', '', 'A [link](nothing.md).'),
    });
    await done('plan');
    await each('gather', 4);
    const merged = await run('merge');
    const built = await runInFolder(folder, 'build', [], { OUT_DIR: 'one' });
    const problems = ({ stderr }: Ended) =>
      stderr.split('\n').filter((line) => line.startsWith('content/'));
    assert.equal(merged.code, 1);
    assert.ok(problems(merged).length >= 3, merged.stderr);
    assert.deepEqual(problems(merged), problems(built));
    assert.deepEqual(await readdir(folder).then((names) => names.includes('dist')), false);
  });

  test('says which stage and which shard is missing', async (t) => {
    const { done, run } = await open(t);
    const failed = async (command: string, ...given: readonly string[]) => {
      const { code, stderr } = await run(command, ...given);
      assert.equal(code, 1, stderr);
      assert.doesNotMatch(stderr, /\n {4}at /u);
      return stderr;
    };
    assert.match(
      await failed('gather', '--shard', '1/4'),
      /expected a planned build of content, got none; run `npm run plan` first/u,
    );
    await done('plan');
    assert.match(await failed('gather'), /expected a shard, got none; give --shard I\/N/u);
    assert.match(await failed('merge'), /all of them are missing/u);
    assert.match(
      await failed('print', '--shard', '1/4'),
      /not merged; run `npm run merge` first/u,
    );
    for (const shard of [1, 2, 4]) await done('gather', '--shard', `${shard}/4`);
    assert.match(await failed('merge'), /for the others: shard 3\/4/u);
    await done('gather', '--shard', '3/4');
    await done('merge');
    await done('print', '--shard', '2/2');
    assert.match(await failed('join'), /for the others: shard 1\/2/u);
    await done('print', '--shard', '1/2');
    await done('join');
  });

  test('refuses a machine with other files than the plan', async (t) => {
    const { folder, done, each, run } = await open(t);
    await done('plan');
    await change(folder, { 'content/late.md': article('Late') });
    const refused = async (stage: string, ...given: readonly string[]) => {
      const { code, stderr } = await run(stage, ...given);
      assert.equal(code, 1);
      assert.match(stderr, /content: expected the 12 files of the plan, got 13; /u);
    };
    await refused('gather', '--shard', '1/2');
    await change(folder, { 'content/late.md': null });
    await each('gather', 2);
    await change(folder, { 'content/late.md': article('Late') });
    await refused('merge');
  });

  test('two runners of one shard, and one that repeats it, do no harm', async (t) => {
    const { done, each, mustBeSame } = await open(t);
    await done('plan');
    await Promise.all([1, 2].map(() => done('gather', '--shard', '1/2')));
    await each('gather', 2);
    await done('merge');
    await Promise.all([1, 2].map(() => done('print', '--shard', '1/2')));
    await each('print', 2);
    await done('join');
    await mustBeSame('with two runners');
  });

  test('finds printed files that were changed or removed in the store', async (t) => {
    const newsroom = await open(t);
    const { folder, run, done, each, mustBeSame } = newsroom;
    await buildAll(newsroom, 2);
    const [id = ''] = await readdir(join(folder, 'store/publications'));
    const site = join(folder, 'store/publications', id, 'printed/site');
    await rm(join(site, '2026/05/20/story-1/index.html'));
    await rm(join(site, 'robots.txt'));
    await writeFile(join(site, 'robots.txt'), 'changed');
    await rm(join(folder, 'dist'), { recursive: true });
    const joined = await run('join');
    assert.equal(joined.code, 1);
    assert.match(joined.stderr, /2 printed files are missing in the store or were changed/u);
    await done('merge');
    await each('print', 2);
    await done('join');
    await mustBeSame('after repair');
  });
});

test('a translation is in the bucket of its original', () => {
  for (const path of ['a/bridge.ko.md', 'a/bridge.zh-Hant.md', 'a/bridge.md'])
    assert.equal(bucketOfContent(path), bucketOf('a/bridge'));
  assert.equal(bucketOfContent('v1.0/bridge.md'), bucketOf('v1.0/bridge'));
});
