import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { parsePublication } from '../content/settings/publication-settings.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { loadTheme } from './load-theme.ts';
import { themeFile } from './theme.ts';

async function load(t: TestContext, files: Record<string, string>, settings = '') {
  const root = await temporaryFolder(t);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const readSettings = {
    ...parsePublication(settings, 'content/publication.yaml', 'content'),
    file: 'content/publication.yaml',
  };
  const { theme, problems } = loadTheme({
    root,
    contentDir: join(root, 'content'),
    readSettings,
  });
  return { theme, problems: problems.map(formatProblem) };
}

test('a project without files of a theme has none', async (t) => {
  assert.deepEqual(await load(t, {}), { theme: undefined, problems: [] });
  assert.deepEqual(await load(t, { 'theme/.keep': '' }), { theme: undefined, problems: [] });
});

test('finds the theme beside the content folder, or where publication.yaml says', async (t) => {
  const here = await load(t, { 'theme/style.css': '', 'theme/parts/a.ts': '' });
  assert.equal(here.theme?.shown, 'theme');
  assert.deepEqual(here.theme?.files, ['parts/a.ts', 'style.css']);
  const named = await load(t, { 'looks/2026/style.css': '' }, 'theme: {folder: ../looks/2026}');
  assert.equal(named.theme?.shown, 'looks/2026');
  assert.deepEqual((await load(t, {}, '\ntheme: {folder: looks}')).problems, [
    'content/publication.yaml:2:17  theme.folder: expected a folder, relative to publication.yaml, got "looks"',
  ]);
});

for (const folder of ['..', '.', '../..', '/'])
  test(`refuses ${folder} as the folder of a theme, since it has other files`, async (t) => {
    const { theme, problems } = await load(
      t,
      { 'content/a.md': '' },
      `theme: {folder: ${folder}}`,
    );
    assert.equal(theme, undefined);
    assert.deepEqual(problems, [
      `content/publication.yaml:1:17  theme.folder: expected a folder for the files of the theme only, got "${folder}", in which the content folder is; move them to a folder of their own`,
    ]);
  });

test('warns of a theme that is not a folder', async (t) => {
  assert.deepEqual((await load(t, { theme: '' })).problems, [
    'theme:1:1  warning: theme: expected a folder, got a file; it has no effect',
  ]);
});

test('follows no link to a folder above, where the theme itself is a link', async (t) => {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'looks/parts'), { recursive: true });
  await writeFile(join(root, 'looks/style.css'), '');
  await symlink('looks', join(root, 'theme'), 'dir');
  await symlink('.', join(root, 'looks/one'), 'dir');
  await symlink('..', join(root, 'looks/parts/two'), 'dir');
  const { theme } = loadTheme({
    root,
    contentDir: join(root, 'content'),
    readSettings: parsePublication('', 'content/publication.yaml', 'content'),
  });
  assert.deepEqual(theme?.files, ['style.css']);
});

test('reports a file that cannot be read', async (t) => {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'theme/parts'), { recursive: true });
  await symlink('a.ts', join(root, 'theme/parts/a.ts'));
  const { theme, problems } = loadTheme({
    root,
    contentDir: join(root, 'content'),
    readSettings: parsePublication('', 'content/publication.yaml', 'content'),
  });
  assert.equal(theme, undefined);
  assert.deepEqual(problems.map(formatProblem), [
    'theme/parts/a.ts:1:1  theme: expected a file or folder that can be read, got ELOOP; give yourself permission to read it, or remove it',
  ]);
});

test('reports names that have no meaning, with the nearest one that has', async (t) => {
  const { problems } = await load(t, {
    'theme/components/ArticleFoter.astro': '',
    'theme/components/Footer.astro': '',
    'theme/components/Weather.astro': '',
    'theme/components/parts/Weather.astro': '',
    'theme/styles.css': '',
    'theme/word/en.yaml': '',
    'theme/words/ko.yml': '',
    'theme/pages/team.md': '',
    'theme/parts/clock.ts': '',
  });
  assert.deepEqual(problems, [
    'theme/components/ArticleFoter.astro:1:1  component: expected the name of a component of Dateline, got "ArticleFoter"; did you mean `ArticleFooter`?',
    'theme/components/Footer.astro:1:1  component: expected the name of a component of Dateline, got "Footer"; did you mean `ArticleFooter` or `SiteFooter`?',
    'theme/components/Weather.astro:1:1  component: expected the name of a component of Dateline, got "Weather"; rename it, or move a component of your own to another folder, such as theme/parts',
    'theme/pages/team.md:1:1  warning: theme: "pages/team.md" has no effect by itself; pages of a theme are .astro files; pages in Markdown are in the folder pages of the content folder',
    'theme/styles.css:1:1  warning: theme: "styles.css" has no effect by itself; did you mean `style.css`?',
    'theme/word/en.yaml:1:1  warning: theme: "word" has no effect by itself; did you mean `words`?',
    'theme/words/ko.yml:1:1  warning: theme: "words/ko.yml" has no effect by itself; rename it to words/ko.yaml',
  ]);
});

test('reports scripts where publication.yaml names none', async (t) => {
  const files = { 'theme/scripts/clock.ts': '', 'theme/scripts/parts/time.ts': '' };
  assert.deepEqual((await load(t, files)).problems, [
    'theme/scripts/clock.ts:1:1  warning: theme: "scripts/clock.ts" has no effect by itself; to run it in pages, name it in publication.yaml: `security: { scripts: [theme/scripts/clock.ts] }`',
  ]);
  const settings = 'security: { scripts: [theme/scripts/main.ts] }';
  assert.deepEqual((await load(t, files, settings)).problems, []);
});

test('its hash covers what templates are compiled from', async (t) => {
  const hashOf = async (files: Record<string, string>) => (await load(t, files)).theme?.hash;
  const plain = await hashOf({ 'theme/parts/a.ts': '1' });
  assert.notEqual(await hashOf({ 'theme/parts/a.ts': '2' }), plain);
  assert.notEqual(await hashOf({ 'theme/parts/b.ts': '1' }), plain);
  assert.notEqual(await hashOf({ 'theme/parts/a.ts': '1', 'package-lock.json': '{}' }), plain);
  assert.equal(await hashOf({ 'theme/parts/a.ts': '1', 'theme/words/en.yaml': '' }), plain);
});

const kinds: readonly [path: string, kind: string][] = [
  ['style.css', 'style'],
  ['styles/style.css', 'other'],
  ['markdown.ts', 'markdown'],
  ['components/ArticleFooter.astro', 'component'],
  ['components/parts/Part.astro', 'other'],
  ['components/part.ts', 'other'],
  ['words/zh-Hans.yaml', 'words'],
  ['pages/ko/masthead.astro', 'page'],
  ['pages/data.ts', 'other'],
  ['public/.well-known/security.txt', 'public'],
];

for (const [path, kind] of kinds)
  test(`${path} is ${kind}`, () => assert.equal(themeFile(path).kind, kind));
