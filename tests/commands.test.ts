import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { type CommandName, callOf, commandTable } from '../src/commands/command-table.ts';
import { settingTable } from '../src/content/settings/setting-table.ts';
import { copyOfProject } from './copy-of-project.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { projectRoot } from './test-site.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const unsettled = Object.fromEntries(Object.keys(settingTable).map((name) => [name, '']));

async function run(
  name: string,
  given: readonly string[],
  env: Readonly<Record<string, string>> = {},
  root = projectRoot,
): Promise<Ended> {
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  const script = name === 'bench' ? 'bench/run.ts' : `src/commands/${name}.ts`;
  const child = spawn(process.execPath, [script, ...given], {
    cwd: root,
    env: { ...inherited, ...unsettled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      ended[stream] += text;
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...ended };
}

/** Creates a content folder with these files. */
async function contentOf(
  t: TestContext,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = join(await temporaryFolder(t), 'content');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Removes settings from the environment, so that those of `.env` are used. */
function without(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, undefined as unknown as string]));
}

const names = Object.keys(commandTable) as CommandName[];
const article = (...fields: string[]) =>
  ['---', 'title: A bridge', 'date: 2026-01-06', ...fields, '---', '', 'Text.', ''].join('\n');

describe('every command', () => {
  for (const name of names) {
    test(`${name} knows --help and does nothing else then`, async () => {
      const { code, stdout, stderr } = await run(name, ['--help'], { CONTENT_DIR: '/nowhere' });
      assert.equal(code, 0, stderr);
      assert.ok(stdout.startsWith(`${callOf(name)} -- `), stdout);
    });
  }

  test('check --rights=csv prints CSV as spreadsheets read it', async (t) => {
    const contentDir = await contentOf(t, { 'a.md': article() });
    const { code, stdout } = await run('check', ['--rights=csv'], {
      CONTENT_DIR: contentDir,
      CACHE_DIR: join(contentDir, '.cache'),
    });
    assert.equal(code, 0);
    assert.match(stdout, /^\uFEFFpicture,article,[^\\]*,advised\r\n$/u);
  });

  test('refuses what it does not know, and names that look like settings', async () => {
    const option = await run('start', ['--prot=80']);
    assert.equal(option.code, 1);
    assert.match(
      option.stderr,
      /^start: --prot: is not an option; PORT is a setting, .*--help/u,
    );
    const setting = await run('check', [], { CONTENTDIR: 'x', CONTENT_DIRR: 'y', OUTDIR: 'z' });
    assert.equal(setting.code, 1);
    assert.match(
      setting.stderr,
      /^CONTENTDIR: is not a setting; did you mean CONTENT_DIR\?$/mu,
    );
    assert.match(setting.stderr, /^CONTENT_DIRR: .* CONTENT_DIR\?$/mu);
    assert.match(setting.stderr, /^OUTDIR: .* OUT_DIR\?$/mu);
  });
});

describe('.env', () => {
  test('holds settings, before which those of the environment go', async (t) => {
    const root = await copyOfProject(t);
    const content = await contentOf(t, { 'a.md': article() });
    await writeFile(join(root, '.env'), `# mine\nCONTENT_DIR="${content}"\nPORT=99999\n`);
    const wrong = await run('check', [], without('CONTENT_DIR', 'PORT'), root);
    assert.equal(wrong.stderr, 'PORT: expected a number from 0 to 65535, got "99999"\n');
    const over = await run('check', [], { ...without('CONTENT_DIR'), PORT: '4000' }, root);
    assert.equal(over.code, 0, over.stderr);
    assert.match(over.stdout, /articles: 1 file, 0 errors, 0 warnings/u);
    await writeFile(join(root, '.env'), 'PROT=1\n');
    const typo = await run('check', [], { CONTENT_DIR: content }, root);
    assert.equal(typo.stderr, 'PROT: is not a setting; did you mean PORT?\n');
  });
});

describe('npm run new', () => {
  test('names the language, and refuses one that the publication does not have', async (t) => {
    const content = await contentOf(t, { 'publication.yaml': 'languages: [en, ko]\n' });
    const env = { CONTENT_DIR: content, NOW: '2026-11-27T12:00:00Z' };
    const made = await run('new', ['--lang', 'ko', '다리가', '열렸다'], env);
    assert.equal(made.code, 0, made.stderr);
    const text = await readFile(join(content, '다리가-열렸다.ko.md'), 'utf8');
    assert.match(text, /^---\ntitle: "?다리가 열렸다"?\ndate: 2026-11-27\ndraft: true\n---\n/u);
    const refused = await run('new', ['--lang', 'fr', 'Un pont'], env);
    assert.match(refused.stderr, /^new: --lang: expected one of en, ko, got "fr"/u);
    const readme = await run('new', ['Readme'], env);
    assert.match(readme.stdout, /2026-11-27-readme\.md/u);
    assert.deepEqual((await readdir(content)).sort(), [
      '2026-11-27-readme.md',
      'publication.yaml',
      '다리가-열렸다.ko.md',
    ]);
  });

  test('makes no folder for a CONTENT_DIR with a typing error', async (t) => {
    const content = `${await contentOf(t)}s`;
    const { code, stderr } = await run('new', ['A bridge'], { CONTENT_DIR: content });
    assert.equal(code, 1);
    assert.match(stderr, /^CONTENT_DIR: expected a folder .* create it or set another/u);
    assert.equal(existsSync(content), false);
  });
});

describe('npm run check', () => {
  test('tells a terminal nothing that it would obey', async (t) => {
    const content = await contentOf(t, {
      'a\u001b[31mRED\u001b]0;pwn\u0007.md': article('"u\u202edpated": x'),
      'b\nc.md': article('corection: "\u009b31m"'),
    });
    const { stdout, stderr } = await run('check', [], { CONTENT_DIR: content });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    assert.doesNotMatch(stdout + stderr, /[\u001b\u0007\u202e\u009b]/u);
    assert.match(stderr, /a\\u001b\[31mRED\\u001b\]0;pwn\\u0007\.md:\d+:\d+ /u);
    assert.match(stderr, /b\\nc\.md:\d+:\d+ /u);
  });

  test('refuses a cache among the articles', async (t) => {
    const contentDir = await contentOf(t, {
      'a.md': '---\ntitle: A\ndate: 2026-01-02\n---\nA.\n',
    });
    for (const [cacheDir, says] of [
      [contentDir, /^CACHE_DIR: expected a folder outside of CONTENT_DIR, got /u],
      [join(contentDir, 'cache'), /^CACHE_DIR: expected a folder outside of CONTENT_DIR/u],
      [join(contentDir, '.cache'), /^$/u],
      [join(contentDir, '../cache'), /^$/u],
    ] as const) {
      const { code, stderr } = await run('check', [], {
        CONTENT_DIR: contentDir,
        CACHE_DIR: cacheDir,
      });
      assert.match(stderr, says);
      assert.equal(code, says.test('') ? 0 : 1);
    }
  });

  test('reports as JSON, and says when scheduled articles are out', async (t) => {
    const content = await contentOf(t, {
      'a.md': '---\ntitle: A\ndate: 3/4/26\n---\n\nText.\n',
      'later.md': '---\ntitle: Later\ndate: 2027-02-03T09:30Z\n---\n\nText.\n',
    });
    const env = { CONTENT_DIR: content, NOW: '2026-06-01T12:00:00Z' };
    const { code, stdout, stderr } = await run('check', ['--json'], env);
    assert.equal(code, 1);
    const report = JSON.parse(stdout);
    assert.deepEqual(
      [report.command, report.ok, report.files, report.errors, report.warnings],
      ['check', false, 2, 1, 0],
    );
    assert.equal(report.problems[0].field, 'date');
    assert.match(stderr, /later\.md: on 2027-02-03 09:30 \(UTC\)/u);
    assert.equal(report.scheduled[0].out, '2027-02-03T09:30:00.000Z');
    const quiet = await run('check', ['--quiet'], env);
    assert.doesNotMatch(quiet.stdout + quiet.stderr, /out on/u);
  });
});

test('a port that is taken is told before a build', async (t) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  const out = join(await temporaryFolder(t), 'out');
  const content = await contentOf(t, { 'a.md': article() });
  for (const name of ['start', 'preview', 'dev']) {
    const ended = await run(name, [], { PORT: `${port}`, OUT_DIR: out, CONTENT_DIR: content });
    assert.equal(ended.code, 1, name);
    assert.match(ended.stderr, /^Port \d+ is in use: [^\n]*\n$/u);
    assert.equal(ended.stdout, '');
  }
  assert.equal(existsSync(out), false);
});

test('a build needs no home folder', async (t) => {
  const contentDir = await contentOf(t, {
    'a.md': '---\ntitle: A\ndate: 2026-01-02\n---\nA.\n',
  });
  const folder = await temporaryFolder(t);
  const home = join(folder, 'file');
  await writeFile(home, '');
  const { code, stderr } = await run('build', [], {
    ...{ HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: '', APPDATA: home },
    ...{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ...{
      CONTENT_DIR: contentDir,
      OUT_DIR: join(folder, 'out'),
      CACHE_DIR: join(folder, 'cache'),
    },
    SITE_URL: 'https://news.example',
  });
  assert.deepEqual([stderr, code], ['', 0]);
});
