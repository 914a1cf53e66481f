import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gatherFolder } from '../../tests/gather-folder.ts';

const article = '---\ntitle: A vote\ndate: 2026-05-01\nsection: World\n---\n\nWords.\n';

/** The problems of an article with these public files, and settings after the theme's folder. */
async function problemsOf(
  t: TestContext,
  names: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const { lines } = await gatherFolder(
    t,
    {
      'publication.yaml':
        'languages: [en]\nurl: https://news.example\nsections: [World]\ntheme: {folder: ../theme}\n',
      'a.md': article,
      ...more,
    },
    {
      prepare: async (folder) => {
        for (const name of names) {
          const path = join(folder, '../theme/public', name);
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, 'x');
        }
      },
    },
  );
  return lines.map((line) => line.replace(/^.*?(?=theme\/public\/)/u, ''));
}

const refused: readonly [name: string, owner: string][] = [
  ['sw.js', ''],
  ['404.html', 'the site itself'],
  ['_headers', 'the site itself'],
  ['assets/logo.svg', 'the site itself'],
  ['search/files/x.json', 'the search index'],
  ['sitemap-articles.xml', 'a sitemap'],
  ['feed.xml', 'a feed of the edition "en"'],
  ['index.html', 'the front page of the edition "en"'],
  ['section/world/index.html', 'the list of a section of the edition "en"'],
  ['manifest.webmanifest', 'a list of the edition "en"'],
  ['2026', 'the list of a year of the edition "en"'],
];

for (const [name, owner] of refused)
  test(`theme/public cannot have ${name}`, async (t) => {
    const [problem = '', ...rest] = await problemsOf(t, [name]);
    assert.deepEqual(rest, []);
    const expected =
      owner === ''
        ? 'a script that is not named'
        : `/${name}, which is that of ${owner}; rename or move the file`;
    assert.ok(
      problem.includes(`theme/public/${name}:1:1  public: `) && problem.includes(expected),
      problem,
    );
  });

test('theme/public can have robots.txt, llms.txt, security.txt, and files of its own', async (t) => {
  const names = [
    'robots.txt',
    'llms.txt',
    '.well-known/security.txt',
    'press/kit.pdf',
    'Änderung.md',
  ];
  assert.deepEqual(await problemsOf(t, names), []);
});

test('an article cannot have the address of a public file, and can link to one', async (t) => {
  const [problem, ...rest] = await problemsOf(t, ['2026/05/01/a/index.html', 'kit.pdf'], {
    'b.md': article.replace('Words', '[Kit](/kit.pdf)'),
  });
  assert.deepEqual(rest, []);
  assert.match(`${problem}`, /^theme\/public\/2026\/05\/01\/a\/index\.html; rename the file/u);
});

test('warns of two icons at once', async (t) => {
  const [one] = await problemsOf(t, ['favicon.svg']);
  assert.match(
    `${one}`,
    /favicon\.svg:1:1 {2}warning: public: the icon of Dateline stays in apple-touch-icon\.png, icon-192\.png/u,
  );
  const [two] = await problemsOf(t, ['favicon.svg'], {
    'icon.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    'publication.yaml': 'theme:\n  folder: ../theme\n  icon: icon.svg\n',
  });
  assert.match(`${two}`, /favicon\.svg replaces the file of this icon; remove one of the two/u);
});
