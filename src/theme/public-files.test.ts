import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { parsePublication } from '../content/settings/publication-settings.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { findScripts } from './find-scripts.ts';
import { loadTheme } from './load-theme.ts';
import { listPublicFiles } from './public-files.ts';

test('lists public files as they are, and refuses what would run a script', async (t) => {
  const root = await temporaryFolder(t);
  const files = {
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '.well-known/assetlinks.json': '[]',
    '.DS_Store': '',
    '.env': 'SECRET=1',
    'Press kit 한국.pdf': 'pdf',
    'notes.md': '# Notes',
    'a.js': 'a()',
    'named.js': 'b()',
    'page.html': '<p>\n<b onclick="a()">',
    'bad.svg': '<svg><!-- <script> -->\n<script>a()</script></svg>',
    'B.txt': '',
    'b.TXT': '',
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, 'theme/public', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await writeFile(join(root, 'secret.txt'), '');
  await symlink(join(root, 'secret.txt'), join(root, 'theme/public/link.txt'));
  await symlink(join(root, 'theme/public'), join(root, 'theme/public/loop'));
  const readSettings = parsePublication('', 'content/publication.yaml', 'content');
  const { theme } = loadTheme({ root, contentDir: join(root, 'content'), readSettings });
  assert.ok(theme);
  const listed = listPublicFiles(theme, ['public/named.js']);
  assert.deepEqual(
    listed.files.map(({ file }) => file),
    [
      '.well-known/assetlinks.json',
      'B.txt',
      'Press kit 한국.pdf',
      'favicon.svg',
      'named.js',
      'notes.md',
    ],
  );
  const move = 'script to theme/scripts and name it in `security: scripts:`';
  assert.deepEqual(listed.problems.map(formatProblem), [
    `theme/public/a.js:1:1  public: a script that is not named in publication.yaml; move it to theme/scripts and name it in \`security: scripts:\``,
    'theme/public/b.TXT:1:1  public: expected a name of its own, got one like that of theme/public/B.txt; rename one of the two',
    `theme/public/bad.svg:2:1  public: \`<script>\` runs a script; move the ${move}`,
    'theme/public/link.txt:1:1  public: expected a file in theme, got a link to another place; copy the file into the folder',
    `theme/public/page.html:2:4  public: \`onclick\` runs a script; move the ${move}`,
  ]);
});

const documents: readonly [text: string, found: string | undefined][] = [
  ['<p>on time = never</p>', undefined],
  ['<p data-on="x">', undefined],
  ['<script type="application/ld+json">{}</script>', undefined],
  ['<!-- <script> -->', undefined],
  ['<SCRIPT src=a.js>', '1:1 `<script>`'],
  ['<img\n onerror = a()>', '2:2 `onerror`'],
  ['<a href="javascript:a()">', '1:10 `javascript:`'],
];

for (const [text, expected] of documents)
  test(`finds ${expected ?? 'no script'} in ${text.replace('\n', ' ')}`, () => {
    const [found] = findScripts(text);
    assert.equal(found && `${found.line}:${found.column} ${found.what}`, expected);
  });

test('looks through a large drawing in a moment', () => {
  const drawing = `<svg><path d="${'1 2 on '.repeat(200_000)}" onload="a()"/></svg>`;
  const start = performance.now();
  assert.equal(findScripts(drawing)[0]?.what, '`onload`');
  assert.ok(performance.now() - start < 5000);
});
