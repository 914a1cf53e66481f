import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { runInFolder } from './run-in-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { change, hashFiles, listFiles, projectRoot } from './test-site.ts';

const made = [
  '.editorconfig',
  '.github/workflows/publish.yml',
  '.gitignore',
  'README.md',
  'articles/first-article.md',
  'articles/pages/about.md',
  'articles/publication.yaml',
  'package.json',
];

describe('npm run init', () => {
  test('makes a publication that has no problem, and builds', async (t) => {
    const folder = await temporaryFolder(t);
    const { code, stdout, stderr } = await runInFolder(folder, 'init', ['Mein Blätt 신문']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(
      stdout,
      /\nNext:\n {2}cd "Mein Blätt 신문"\n {2}npm install\n {2}npm start\n$/u,
    );
    // No cache, and nothing outside of the new folder.
    assert.deepEqual(await readdir(folder), ['Mein Blätt 신문']);
    const project = join(folder, 'Mein Blätt 신문');
    assert.deepEqual(await listFiles(project), made);
    const settings = parse(await readFile(join(project, 'articles/publication.yaml'), 'utf8'));
    assert.equal(settings.name, 'Mein Blätt 신문');
    const check = await runInFolder(project, 'check', ['--strict']);
    assert.deepEqual([check.code, check.stderr], [0, '']);
    assert.match(check.stdout, /articles: 2 files, 0 errors, 0 warnings/u);
    const cache = { CACHE_DIR: await takeCache(t) };
    const build = await runInFolder(project, 'build', [], cache);
    assert.equal(build.code, 0, build.stderr);
    assert.match(build.stdout, /Built articles into dist: 1 article, /u);
    assert.match(build.stderr, /^warning: the address of the site is not known[^\n]*\n$/u);
    const front = await readFile(join(project, 'dist/index.html'), 'utf8');
    assert.match(front, /The first article/u);
    const next = await runInFolder(project, 'new', ['A bridge']);
    assert.match(next.stdout, /^Wrote articles\/a-bridge\.md: /u);
  });

  test('replaces nothing, and names what it left', async (t) => {
    const project = await temporaryFolder(t);
    await runInFolder(project, 'init', ['--name', 'Harbour Post', '--lang', 'ko, en']);
    const text = '# Mine\n';
    await writeFile(join(project, 'README.md'), text);
    await change(project, { '.gitignore': null, 'articles/first-article.md': null });
    const before = await hashFiles(project);
    const { code, stdout, stderr } = await runInFolder(project, 'init');
    assert.deepEqual([code, stderr], [0, '']);
    const lines = stdout.split('\n').slice(0, 7);
    assert.deepEqual(lines, [
      'Wrote .gitignore',
      ...['package.json', 'articles/publication.yaml', 'README.md', '.editorconfig'].map(
        (path) => `${path} exists: left as it was`,
      ),
      '.github/workflows/publish.yml exists: left as it was',
      '',
    ]);
    const { '.gitignore': ignored, ...after } = await hashFiles(project);
    assert.ok(ignored);
    assert.deepEqual(after, before);
    const settings = parse(await readFile(join(project, 'articles/publication.yaml'), 'utf8'));
    assert.deepEqual([settings.name, settings.languages], ['Harbour Post', ['ko', 'en']]);
  });

  test('adds no example to articles that exist, wherever they are', async (t) => {
    const article = '---\ntitle: A bridge\ndate: 2026-05-20\n---\n\nText.\n';
    for (const [content, files] of [
      ['.', { 'bridge.md': article, 'bridge.jpg.yaml': 'alt: A\n' }],
      ['.', { 'publication.yaml': 'name: Old\n', 'deep/bridge.md': article }],
      ['content', { 'content/bridge.md': article, 'README.md': '# Mine\n' }],
      ['기사', { '기사/publication.yaml': '', '기사/a/bridge.md': article }],
    ] as const) {
      const project = await temporaryFolder(t);
      await change(project, files);
      const { code, stdout } = await runInFolder(project, 'init', ['--json', '--quiet']);
      const report = JSON.parse(stdout);
      assert.deepEqual([code, report.ok, report.content], [0, true, content]);
      const found = await listFiles(project);
      assert.ok(!found.some((path) => /first-article|about/u.test(path)), content);
      assert.ok(existsSync(join(project, content, 'publication.yaml')), content);
      const check = await runInFolder(project, 'check', [], { CACHE_DIR: '.cache' });
      assert.match(check.stdout, /articles: 1 file, 0 errors/u, check.stderr);
    }
  });

  test('refuses what cannot be made, and writes nothing', async (t) => {
    const folder = await temporaryFolder(t);
    await writeFile(join(folder, 'file'), '');
    const rows: [given: readonly string[], message: RegExp][] = [
      [['a', 'b'], /^init: expected one folder, got "b" as well/u],
      [['file'], /^init: expected a folder, got the file "file"/u],
      [['file/below'], /^file\/below: is a file, not a folder: move it, or name another/u],
      [['a#b'], /^Dateline cannot run in .*a#b: the path of its folder contains "#"/u],
      [['x', '--lang', 'english'], /^init: --lang: expected a language tag .* got "english"/u],
      [['x', '--lang', ','], /^init: --lang: expected language tags /u],
      [['x', '--name', '\u0007 '], /^init: --name: expected a name, got nothing/u],
      [[projectRoot], /^init: expected a folder of your own, got that of Dateline; /u],
    ];
    // Not even root may write there.
    if (process.platform === 'linux' && existsSync('/sys'))
      rows.push([['/sys/paper'], /: this (?:user|disk) .* name another folder/u]);
    for (const [given, message] of rows) {
      const { code, stderr } = await runInFolder(folder, 'init', given);
      assert.equal(code, 1, given.join(' '));
      assert.match(stderr, message);
    }
    assert.deepEqual(await readdir(folder), ['file']);
  });

  test('writes hostile names as text', async (t) => {
    const project = await temporaryFolder(t);
    const name = '"x": [](javascript:alert) <script> # \u001b[31m';
    const { code, stderr } = await runInFolder(project, 'init', ['--name', name]);
    assert.deepEqual([code, stderr], [0, '']);
    const settings = parse(await readFile(join(project, 'articles/publication.yaml'), 'utf8'));
    assert.equal(settings.name, '"x": [](javascript:alert) <script> # [31m');
    const readme = await readFile(join(project, 'README.md'), 'utf8');
    assert.match(readme, /^# "x": \\\[\\\]\(javascript:alert\) \\<script\\> \\# \\\[31m\n/u);
  });

  test('makes a workflow that checks pull requests, and publishes with the cache kept', async (t) => {
    const project = await temporaryFolder(t);
    await runInFolder(project, 'init', ['--yes']);
    const workflow = parse(
      await readFile(join(project, '.github/workflows/publish.yml'), 'utf8'),
    );
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    const { check, publish } = workflow.jobs;
    assert.equal(check.permissions, undefined);
    const commands = (steps: readonly { run?: string }[]) =>
      steps.flatMap(({ run }) => run ?? []);
    assert.deepEqual(commands(check.steps), [
      'npm ci',
      'npx dateline check',
      'npx dateline build',
    ]);
    assert.deepEqual(commands(publish.steps).slice(0, 2), ['npm ci', 'npx dateline build']);
    const { env } = publish.steps.find(
      ({ run }: { run?: string }) => run === 'npx dateline build',
    );
    assert.deepEqual(env, {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
      SITE_URL: '${{ steps.pages.outputs.origin }}',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
      BASE_PATH: '${{ steps.pages.outputs.base_path }}',
    });
  });
});

/** `script` of Linux gives a command a terminal. */
const hasScript =
  process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

test('asks for name and languages on a terminal', {
  skip: !hasScript && 'needs the program `script`',
}, async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'paper'));
  const script = join(projectRoot, 'src/commands/init.ts');
  const ask = async (answers: readonly string[]) => {
    const child = spawn(
      'script',
      ['-qec', `'${process.execPath}' '${script}' paper`, '/dev/null'],
      { cwd: folder },
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      // Once for each question.
      if (/\]: $/u.test(text))
        child.stdin.write(answers[output.split(']: ').length - 1] ?? '\u0004');
      output += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    return output;
  };
  assert.match(
    await ask([]),
    /^Name of the publication \[Paper\]: init: stopped; nothing was /u,
  );
  assert.deepEqual(await readdir(join(folder, 'paper')), []);
  const output = await ask(['부두 신문\n', '\n']);
  assert.match(output, /\[Paper\]: .*Its languages, the default first \[[\w-]+\]: /su);
  const text = await readFile(join(folder, 'paper/articles/publication.yaml'), 'utf8');
  assert.equal(parse(text).name, '부두 신문');
});
