import assert from 'node:assert/strict';
import { lstatSync, readdirSync } from 'node:fs';
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after as afterAll, type TestContext, test } from 'node:test';
import { listFiles } from '../src/system/cache/list-files.ts';
import { browserOrSkip } from './browser.ts';
import { copyOfProject } from './copy-of-project.ts';
import { importedModules } from './imported-modules.ts';
import {
  installedPackage,
  pack,
  runInstalled,
  startInstalled,
  upgradedFolder,
  userFolder,
} from './installed-package.ts';
import { assertSameFiles, buildSite, hashFiles } from './test-site.ts';

const files = {
  'publication.yaml': 'name: The Harbour\nlanguages: [en, ko]\n',
  'bridge.md':
    '---\ntitle: A bridge opens\ndate: 2026-01-06\nauthors: [Jane Roe]\n---\n\nThe **harbour** has one.\n',
  'bridge.ko.md': '---\ntitle: 다리가 열렸다\n---\n\n항구에 다리가 생겼다.\n',
};

const cache = await mkdtemp(join(tmpdir(), 'dateline-cache-'));
afterAll(() => rm(cache, { recursive: true, force: true, maxRetries: 20 }));

/** As tests build with the code of this project. One cache, so that templates are compiled once. */
const settings = {
  ...{ NOW: '2026-06-01T12:00:00Z', SITE_URL: 'https://news.example' },
  CACHE_DIR: cache,
};

const korean = '@fontsource-variable/noto-serif-kr';

/** Megabytes of the tarball, and as many files, at most. */
const limits = { megabytes: 3, files: 700 };

async function writeContent(folder: string): Promise<string> {
  const content = join(folder, 'content');
  await mkdir(content);
  for (const [name, text] of Object.entries(files)) await writeFile(join(content, name), text);
  return content;
}

/** Size, time and inode of all files of a folder. */
function looksOf(folder: string): string[] {
  return listFiles(folder).map((file) => {
    const { size, mtimeMs, ino } = lstatSync(join(folder, file));
    return `${file} ${size} ${mtimeMs} ${ino}`;
  });
}

/** Starts `dateline dev` or `preview`, and gives its address. It is stopped after the test. */
function serve(t: TestContext, folder: string, command: string): Promise<string> {
  const child = startInstalled(folder, [command], { ...settings, PORT: '0' });
  t.after(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (text: string) => {
      printed += text;
      const address = /^Dateline is at (\S+)$/mu.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('close', (code) => reject(new Error(`${command} ended with ${code}: ${printed}`)));
  });
}

test('the package has what is compiled from, and nothing for work on the project', async (t) => {
  const installed = await installedPackage(t);
  if (!installed) return;
  const unwanted =
    /\.test\.|^(?:tests|bench|content)\/|^docs\/(?!(?:guides|reference)\/\w[\w-]*\.md$)|\/(?:cases|fixtures)\/|screenshot|^src\/(?:commands|content|newsroom)\//u;
  assert.deepEqual(
    installed.files.filter((file) => unwanted.test(file)),
    [],
  );
  const pages = readdirSync('src/site/pages').map((name) => `site/pages/${name}`);
  const entries = [
    ...['press/template-entry.ts', ...pages],
    ...['browser/reader.ts', 'browser/worker/service-worker.ts'],
    ...['browser/inline/apply-settings.ts', 'browser/inline/mark-old.ts'],
  ];
  const compiled = new Set(entries.flatMap((entry) => [...importedModules(entry)]));
  const packed = new Set(installed.files);
  assert.deepEqual(
    [...compiled].filter((file) => !packed.has(`src/${file}`)),
    [],
  );
  for (const file of ['bin/dateline.mjs', 'lib/licences.txt', 'lib/types/site/props.d.ts'])
    assert.ok(packed.has(file), file);
  const { size } = await stat(installed.tarball);
  assert.ok(size < limits.megabytes * 1e6, `${size} bytes`);
  assert.ok(packed.size < limits.files, `${packed.size} files`);
});

test('every command works in a folder with the package, which stays as it is', async (t) => {
  const installed = await installedPackage(t);
  if (!installed) return;
  const before = looksOf(installed.packageFolder);
  const folders = [...new Set(installed.files.map((file) => join(file, '..')))];
  for (const name of folders) await chmod(join(installed.packageFolder, name), 0o555);
  t.after(async () => {
    // The folder of a test that runs alone is removed before.
    for (const name of folders)
      await chmod(join(installed.packageFolder, name), 0o755).catch(() => undefined);
  });
  const folder = await userFolder(t, installed);
  await writeContent(folder);
  for (const name of ['tsconfig.json', 'postcss.config.mjs', 'vite.config.ts'])
    await writeFile(join(folder, name), '{ broken');
  const run = (...args: string[]) => runInstalled(folder, args, settings);

  const help = await run('--help');
  assert.equal(help.code, 0, help.stderr);
  assert.match(help.stdout, /^ {2}build /mu);
  const wrong = await run('build', '--frce');
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /did you mean --force\?; `?npx dateline build --help/u);
  const checked = await run('check');
  assert.deepEqual([checked.code, checked.stderr], [0, '']);

  const built = await run('build');
  assert.equal(built.code, 0, built.stderr);
  const { peerDependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const version = peerDependencies[korean].slice(1);
  const lines = built.stderr.split('\n').filter((line) => line.includes('npm install'));
  assert.deepEqual(lines, [
    `share cards: 2 cards not drawn, because the font is not installed; run \`npm install ${korean}@${version}\``,
  ]);
  const page = await readFile(join(folder, 'dist/2026/01/06/bridge/index.html'), 'utf8');
  assert.match(page, /The <strong>harbour<\/strong> has one/u);
  const card =
    /property="og:image" content="https:\/\/news\.example\/(assets\/\w+\.png)"/u.exec(page);
  assert.ok((await stat(join(folder, 'dist', card?.[1] ?? 'none'))).size > 5000);
  assert.match(
    await readFile(join(folder, 'dist/ko/2026/01/06/bridge/index.html'), 'utf8'),
    /항구에 다리가 생겼다/u,
  );
  const again = await run('build');
  assert.match(again.stdout, /nothing has changed/u);
  assert.equal(again.stderr, built.stderr.replace(/^(?!share cards).*\n/gmu, ''));

  const written = await run('new', 'A second bridge');
  assert.match(written.stdout, /shown by npx dateline dev\n$/u);
  await writeFile(
    join(folder, 'old.html'),
    '<html lang="en"><title>Old</title><meta name="date" content="2026-01-02"><h1>Old</h1><p>Words.</p></html>',
  );
  const imported = await run('import', 'old.html');
  assert.equal(imported.code, 0, imported.stderr);
  assert.match(await readFile(join(folder, 'content/old.md'), 'utf8'), /Words\./u);
  const host = await run('hosting', 'nginx');
  assert.match(host.stdout, /content-security-policy/iu);
  const delta = await run('deploy-delta', '--since', 'dist-hosting/files.json');
  assert.match(delta.stdout, /^0 added, 0 changed, 0 removed/u);

  const [preview, dev] = await Promise.all([
    serve(t, folder, 'preview'),
    serve(t, folder, 'dev'),
  ]);
  const found = await fetch(`${preview}2026/01/06/bridge/`);
  assert.equal(await found.text(), page);
  assert.equal((await fetch(`${preview}search/files/parts.json`)).status, 200);
  assert.match(await (await fetch(`${dev}2026/01/06/bridge/`)).text(), /harbour/u);
  assert.deepEqual(looksOf(installed.packageFolder), before);
});

/** Every kind of file of a theme. `dateline init` has made the rest of the folder. */
const theme = {
  'style.css': 'h1 { color: light-dark(rgb(1 2 3), rgb(4 5 6)); }\n',
  'components/ArticleFooter.astro': [
    '---',
    "import type { ArticlePage } from 'dateline/props';",
    "import ArticleFooter from 'dateline/components/ArticleFooter.astro';",
    'interface Props { page: ArticlePage }',
    '---',
    '<p class="thanks">Thank you for reading.</p>',
    '<ArticleFooter {...Astro.props} />',
  ].join('\n'),
  'words/en.yaml': 'article: {byline: "Words by {names}"}\n',
  'pages/masthead.astro': [
    '---',
    "import Page from 'dateline/layouts/Page.astro';",
    "export const title = 'Masthead';",
    '---',
    '<Page page={Astro.props.page}><p>Editor: Lena Park</p></Page>',
  ].join('\n'),
  'public/press/kit.txt': 'Kit\n',
  'scripts/clock.ts': 'document.documentElement.dataset["clock"] = "runs" as string;\n',
  'markdown.ts': [
    'const italics = () => (tree: any) => {',
    "  for (const node of tree.children) if (node.type === 'paragraph')",
    "    node.children.push({ type: 'emphasis', children: [{ type: 'text', value: ' (ed.)' }] });",
    '};',
    'export const remark = [italics];',
  ].join('\n'),
};

/** What a reader sees of each file of the theme, on the page of an article. */
async function shown(t: TestContext, folder: string) {
  const browser = await browserOrSkip(t);
  if (!browser) return undefined;
  const address = await serve(t, folder, 'preview');
  const page = await browser.newPage();
  t.after(() => page.close());
  const faults: string[] = [];
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('response', (answer) => answer.status() >= 400 && faults.push(answer.url()));
  const answer = await page.goto(`${address}2026/01/06/bridge/`);
  await page.waitForFunction(() => document.documentElement.dataset['clock'] === 'runs');
  const found = await page.evaluate(() => ({
    heading: getComputedStyle(document.querySelector('h1') ?? document.body).color,
    thanks: document.querySelector('.thanks')?.textContent,
    byline: document.querySelector('.byline')?.textContent?.trim(),
    text: document.querySelector('.copy p')?.textContent,
    credits: document.querySelectorAll('.article-footer').length > 0,
  }));
  await page.goto(`${address}masthead/`);
  const own = await page.textContent('main');
  const kit = await (await fetch(`${address}press/kit.txt`)).text();
  const policy = answer?.headers()['content-security-policy'] ?? '';
  return { ...found, own: own?.includes('Lena Park'), kit, faults, policy };
}

const expected = {
  ...{ heading: 'rgb(1, 2, 3)', thanks: 'Thank you for reading.', byline: 'Words by Jane Roe' },
  ...{ text: 'The harbour has one. (ed.)', credits: true, own: true, kit: 'Kit\n', faults: [] },
};

test('a theme of every kind works in the package, and stays as it is after an upgrade, while the rest follows', async (t) => {
  const installed = await installedPackage(t);
  if (!installed) return;
  const clone = await copyOfProject(t);
  for (const name of ['bin', 'README.md', 'LICENSE'])
    await cp(name, join(clone, name), { recursive: true });
  const manifest = JSON.parse(await readFile(join(clone, 'package.json'), 'utf8'));
  const changed = { ...manifest, version: '99.0.0' };
  await writeFile(join(clone, 'package.json'), JSON.stringify(changed));
  const component = join(clone, 'src/site/components/ArticleView.astro');
  await writeFile(component, `${await readFile(component, 'utf8')}\n<p>Tides of today</p>\n`);
  // No bundled code depends on a component.
  await cp(join(installed.packageFolder, 'lib'), join(clone, 'lib'), { recursive: true });
  const { filename } = pack(clone, clone, { isBundled: true });
  const font = `${korean}@${manifest.devDependencies[korean]}`;

  const before = await userFolder(t, installed);
  const made = await runInstalled(before, ['init', '--yes', '--lang', 'en', '--lang', 'ko']);
  assert.equal(made.code, 0, made.stderr);
  const content = join(before, 'articles');
  for (const name of ['bridge.md', 'bridge.ko.md'] as const)
    await writeFile(join(content, name), files[name]);
  await appendFile(
    join(content, 'publication.yaml'),
    '\nsecurity: {scripts: [theme/scripts/clock.ts]}\n',
  );
  for (const [name, text] of Object.entries(theme)) {
    await mkdir(dirname(join(before, 'theme', name)), { recursive: true });
    await writeFile(join(before, 'theme', name), text);
  }
  const checked = await runInstalled(before, ['check', '--strict'], settings);
  assert.deepEqual([checked.code, checked.stderr], [0, '']);
  const built = await runInstalled(before, ['build'], settings);
  assert.equal(built.code, 0, built.stderr);
  const was = await shown(t, before);
  if (was) {
    const { policy, ...seen } = was;
    assert.deepEqual(seen, expected);
    assert.match(policy, /script-src 'self'/u);
    assert.doesNotMatch(policy, /unsafe-inline/u);
  }

  const after = await upgradedFolder(t, installed, [join(clone, filename), font]);
  if (after === undefined) return;
  const version = await runInstalled(after, ['--version']);
  assert.equal(version.stdout, '99.0.0\n');
  for (const name of ['articles', 'theme'])
    await cp(join(before, name), join(after, name), { recursive: true });
  const upgraded = await runInstalled(after, ['build'], settings);
  assert.equal(upgraded.code, 0, upgraded.stderr);
  assert.doesNotMatch(upgraded.stderr, /npm install/u);
  const now = await shown(t, after);
  if (was && now) assert.deepEqual(now, was);
  const old = join(after, 'dist');
  const page = await readFile(join(old, 'ko/2026/01/06/bridge/index.html'), 'utf8');
  assert.match(page, /Tides of today/u);
  assert.match(page, /Thank you for reading/u);
  assert.match(page, /property="og:image"/u);
  await cp(join(before, 'theme'), join(clone, 'theme'), { recursive: true });
  const { CACHE_DIR: _, ...others } = settings;
  const site = await buildSite(t, {}, others, { root: clone, contentDir: content });
  assert.equal(site.code, 0, site.stderr);
  assertSameFiles(await hashFiles(old), await site.hashes());
});
