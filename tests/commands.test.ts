import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { mustBeApart } from '../src/commands/check-folders.ts';
import { type CommandName, commandTable } from '../src/commands/command-table.ts';
import { formatHelp } from '../src/commands/format-help.ts';
import { stageNames } from '../src/commands/stage.ts';
import { settingTable } from '../src/content/settings/setting-table.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { projectRoot } from './test-site.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const unsettled = Object.fromEntries(Object.keys(settingTable).map((name) => [name, '']));

const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;

/** Runs Node with these arguments. */
async function runNode(
  given: readonly string[],
  env: Readonly<Record<string, string>>,
  root = projectRoot,
): Promise<Ended> {
  const child = spawn(process.execPath, given, {
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

const isStage = (name: string) => stageNames.some((one) => one === name);

const scriptOf = (name: string) =>
  name === 'bench' ? 'bench/run.ts' : `src/commands/${isStage(name) ? 'stage' : name}.ts`;

/** Runs a command without npm. */
const run = (
  name: string,
  given: readonly string[],
  env: Readonly<Record<string, string>> = {},
  root = projectRoot,
) => runNode([scriptOf(name), ...(isStage(name) ? [name] : []), ...given], env, root);

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

/** Commands whose modules are also imported by others, and all other commands. */
async function splitByMain(names: readonly CommandName[]): Promise<CommandName[][]> {
  const programs = new Set<CommandName>();
  for (const name of names) {
    const source = await readFile(join(projectRoot, scriptOf(name)), 'utf8');
    if (source.includes('import.meta.main')) programs.add(name);
  }
  return [[...programs], names.filter((name) => !programs.has(name))];
}

describe('every command', () => {
  test('prints its help and does nothing else with --help', async () => {
    const env = { CONTENT_DIR: '/nowhere' };
    // These modules run only as programs. One process loads all others, one after the other.
    const [programs = [], others = []] = await splitByMain(names);
    for (const name of programs)
      assert.deepEqual(await run(name, ['--help'], env), {
        ...{ code: 0, stderr: '' },
        stdout: `${formatHelp(name)}\n`,
      });
    const load = `process.argv.splice(1, 9, 'command', '--help');
      for (const script of ${JSON.stringify(others.map(scriptOf))}) await import(process.cwd() + '/' + script);`;
    const { code, stdout, stderr } = await runNode(['--input-type=module', '-e', load], env);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, others.map((name) => `${formatHelp(name)}\n`).join(''));
  });

  test('check --rights=csv prints CSV with a byte order mark and CRLF', async (t) => {
    const contentDir = await contentOf(t, { 'a.md': article() });
    const { code, stdout } = await run('check', ['--rights=csv'], {
      CONTENT_DIR: contentDir,
      CACHE_DIR: join(contentDir, '.cache'),
    });
    assert.equal(code, 0);
    assert.match(stdout, /^\uFEFFpicture,article,[^\\]*,advised\r\n$/u);
  });

  test('rejects unknown options, and names of variables that look like settings', async () => {
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
  test('contains settings; those of the environment take precedence', async (t) => {
    // A folder with the code of this project and another .env.
    const root = await temporaryFolder(t);
    for (const name of ['src', 'node_modules'])
      await symlink(join(projectRoot, name), join(root, name), 'junction');
    const content = await contentOf(t, { 'a.md': article() });
    await writeFile(join(root, '.env'), `# mine\nCONTENT_DIR="${content}"\nPORT=99999\n`);
    const wrong = await run('check', [], without('CONTENT_DIR', 'PORT'), root);
    assert.equal(wrong.stderr, 'PORT: expected a number from 0 to 65535, got "99999"\n');
    const overridden = await run(
      'check',
      [],
      { ...without('CONTENT_DIR'), PORT: '4000' },
      root,
    );
    assert.equal(overridden.code, 0, overridden.stderr);
    assert.match(overridden.stdout, /articles: 1 file, 0 errors, 0 warnings/u);
    await writeFile(join(root, '.env'), 'PROT=1\n');
    const typo = await run('check', [], { CONTENT_DIR: content }, root);
    assert.equal(typo.stderr, 'PROT: is not a setting; did you mean PORT?\n');
  });
});

describe('npm run new', () => {
  test('accepts only languages of the publication, and names the file by the language', async (t) => {
    const content = await contentOf(t, { 'publication.yaml': 'languages: [en, ko]\n' });
    const env = { CONTENT_DIR: content, NOW: '2026-11-27T12:00:00Z' };
    const made = await run('new', ['--lang', 'ko', '다리가', '열렸다'], env);
    assert.equal(made.code, 0, made.stderr);
    const text = await readFile(join(content, '다리가-열렸다.ko.md'), 'utf8');
    assert.match(text, /^---\ntitle: "?다리가 열렸다"?\ndate: 2026-11-27\ndraft: true\n---\n/u);
    const refused = await run('new', ['--lang', 'fr', 'Un pont'], env);
    assert.match(refused.stderr, /^new: --lang: expected one of en, ko, got "fr"/u);
    assert.deepEqual((await readdir(content)).sort(), [
      'publication.yaml',
      '다리가-열렸다.ko.md',
    ]);
  });

  test('does not create a missing CONTENT_DIR', async (t) => {
    const content = `${await contentOf(t)}s`;
    const { code, stderr } = await run('new', ['A bridge'], { CONTENT_DIR: content });
    assert.equal(code, 1);
    assert.match(stderr, /^CONTENT_DIR: expected a folder .* create it or set another/u);
    assert.equal(existsSync(content), false);
  });
});

describe('npm run check', () => {
  test('prints no control characters of file names and fields', async (t) => {
    const content = await contentOf(t, {
      'a\u001b[31mRED\u001b]0;pwn\u0007.md': article('"u\u202edpated": x'),
      'b\nc.md': article('corection: "\u009b31m"'),
    });
    const { stdout, stderr } = await run('check', [], { CONTENT_DIR: content });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what the test looks for
    assert.doesNotMatch(stdout + stderr, /[\u001b\u0007\u202e\u009b]/u);
    assert.match(stderr, /a\\u001b\[31mRED\\u001b\]0;pwn\\u0007\.md:\d+:\d+ /u);
    assert.match(stderr, /b\\nc\.md:\d+:\d+ /u);
  });

  test('rejects a cache in the content folder', async (t) => {
    const contentDir = await contentOf(t, { 'a.md': article() });
    const message = /^CACHE_DIR: expected a folder outside of CONTENT_DIR, got /u;
    const env = { CONTENT_DIR: contentDir, CACHE_DIR: join(contentDir, 'cache') };
    const { code, stderr } = await run('check', [], env);
    assert.match(stderr, message);
    assert.equal(code, 1);
    assert.throws(() => mustBeApart({ contentDir, cacheDir: contentDir }), { message });
    // A folder with a dot is never read.
    for (const name of ['.cache', '../cache'])
      mustBeApart({ contentDir, cacheDir: join(contentDir, name) });
  });

  test('prints its report as JSON, and when scheduled articles will be published', async (t) => {
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

test('a port that is in use is reported before a build', async (t) => {
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
