import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { formatPackage, loadDependency, toPackageName } from './package-text.ts';
import { toPublicationName } from './publication-text.ts';

/** A folder's name, the name of its package, and that of its publication. */
const rows = [
  ['my-paper', 'my-paper', 'My Paper'],
  ['Café Süd (2026)', 'cafe-sud-2026', 'Café Süd (2026)'],
  ['_The  Harbour_Post.', 'the-harbour-post', 'The Harbour Post.'],
  ['NYTimes', 'nytimes', 'NYTimes'],
  ['부두 신문', 'publication', '부두 신문'],
  ['النشرة', 'publication', 'النشرة'],
  ['dateline', 'dateline-publication', 'Dateline'],
  ['node_modules', 'node-modules-publication', 'Node Modules'],
  ['---', 'publication', ''],
  ['a'.repeat(300), 'a'.repeat(100), `A${'a'.repeat(299)}`],
] as const;

for (const [folder, packageName, name] of rows)
  test(`names what is in the folder ${folder.slice(0, 40)}`, () => {
    assert.equal(toPackageName(folder, 'dateline'), packageName);
    assert.match(packageName, /^[a-z\d][a-z\d-]{0,120}$/u);
    assert.equal(toPublicationName(folder), name);
  });

test('package.json depends on this clone of Dateline, and calls its program', () => {
  const own = loadDependency(join(process.cwd(), '../my papers/one'), ['en', 'de']);
  assert.equal(own.range, `file:../../${basename(process.cwd())}`);
  const text = formatPackage('my-paper', { ...own, name: '@press/kit', program: 'kit' });
  const { scripts, dependencies } = JSON.parse(text);
  assert.deepEqual(dependencies, { '@press/kit': own.range });
  assert.equal(scripts.start, 'kit start');
  assert.equal(scripts['deploy-delta'], 'kit deploy-delta');
  assert.deepEqual(
    ['init', 'lint', 'bench'].filter((name) => name in scripts),
    [],
  );
});

test('package.json brings the fonts of share cards in the languages of the publication', () => {
  const text = formatPackage('부두', loadDependency('/paper', ['ko', 'en', 'zh-Hant', 'ar']));
  const { dependencies } = JSON.parse(text);
  assert.deepEqual(Object.keys(dependencies).sort(), [
    '@fontsource-variable/noto-serif-kr',
    '@fontsource-variable/noto-serif-tc',
    'dateline',
  ]);
  assert.match(dependencies['@fontsource-variable/noto-serif-kr'], /^\^\d+\.\d+\.\d+$/u);
});
