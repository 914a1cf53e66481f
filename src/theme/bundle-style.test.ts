import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { bundleStyle } from './bundle-style.ts';
import { checkStyleSource } from './style-source.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function bundle(t: TestContext, files: Files, basePath = '/') {
  const root = await temporaryFolder(t);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await writeFile(join(root, 'outside.png'), 'x');
  const names = Object.keys(files).flatMap((path) => /^theme\/(.*)/u.exec(path)?.[1] ?? []);
  const theme = { folder: join(root, 'theme'), root, shown: 'theme', files: names };
  if (names.includes('link.png.txt'))
    await symlink(join(root, 'outside.png'), join(root, 'theme/link.png'));
  const style = await bundleStyle({ ...theme, hash: '', styleHash: '' }, basePath);
  return { ...style, problems: style.problems.map(formatProblem) };
}

const style = (css: string | Uint8Array, more: Files = {}): Files => ({
  'theme/style.css': css,
  ...more,
});

test('bundles what it imports, and names fonts and pictures as the site does', async (t) => {
  const files = style(
    '@import "./parts/menu.css";\n@font-face{font-family:Own;src:url("fonts/Own%20Font.woff2#a")}',
    {
      'theme/parts/menu.css': 'nav{background:url(../나무.svg?v=1)}',
      'theme/fonts/Own Font.woff2': 'font',
      'theme/나무.svg': '<svg/>',
    },
  );
  const { css, files: assets, problems } = await bundle(t, files, '/paper/');
  assert.deepEqual(problems, []);
  assert.deepEqual([...assets.keys()].sort(), [
    'Own-Font.795ea3efa4.woff2',
    'file.d4dc566691.svg',
  ]);
  assert.match(css, /url\(\/paper\/assets\/file\.[\da-f]{10}\.svg\)/u);
  assert.match(css, /url\(\/paper\/assets\/Own-Font\.[\da-f]{10}\.woff2#a\)/u);
});

test('finds files of theme/public and of installed packages', async (t) => {
  const files = style('@import "own-font/index.css";\na{background:url(/logo.svg)}', {
    'theme/public/logo.svg': '<svg/>',
    'node_modules/own-font/index.css': 'b{background:url(./files/f.png)}',
    'node_modules/own-font/files/f.png': 'f',
  });
  const { css, files: assets, problems } = await bundle(t, files, '/paper/');
  assert.deepEqual(problems, []);
  assert.equal(assets.size, 1);
  assert.match(css, /^b\{.*\}a\{background:url\(\/paper\/logo\.svg\)\}$/u);
});

const accepted: readonly [name: string, css: string | Uint8Array, bundled: string][] = [
  ['an empty file', '', ''],
  [
    'a byte-order mark, CRLF and @charset',
    '\ufeff@charset "utf-8";\r\na{\r\ncolor:red}',
    'a{color:red}',
  ],
  ['letters outside ASCII', '.기사::before{content:"—"}', '.기사:before{content:"—"}'],
  [
    'layers of its own',
    '@layer a,b;@layer b{i{color:red}}',
    '@layer a,b;@layer b{i{color:red}}',
  ],
  ['a fragment of the page', 'a{filter:url(#f)}', 'a{filter:url(#f)}'],
  [
    'the end of a style element in a string',
    'a::before{content:"</style>"}',
    String.raw`a:before{content:"<\/style>"}`,
  ],
  [
    'colours for light and dark',
    'a{color:light-dark(#fff,rgb(0 0 0/.5))}',
    'a{color:var(--light,#fff) var(--dark,rgb(0 0 0/.5)) var(--bright,#fff) var(--black,rgb(0 0 0/.5))}',
  ],
];

for (const [name, css, bundled] of accepted)
  test(`accepts ${name}`, async (t) => {
    const made = await bundle(t, style(css));
    assert.deepEqual([made.css, made.problems], [bundled, []]);
  });

const other = 'copy the file into the theme: the policy of pages blocks other sites';
const refused: readonly [css: string | Uint8Array, problem: string][] = [
  ['a{color:red', '1:12  style: Expected "}" to go with "{"'],
  ['a{}\n}b{}', '2:1  style: Unexpected "}"'],
  [
    '\n@import "https://x.example/a.css";',
    `2:9  style: expected the name of a file, got "https://x.example/a.css"; ${other}`,
  ],
  [
    'a{b:url(http://x.example/a.png)}',
    `1:5  style: expected the name of a file, got "http://x.example/a.png"; ${other}`,
  ],
  [
    '가{b:url(//x.example/a.png)}',
    `1:5  style: expected the name of a file, got "//x.example/a.png"; ${other}`,
  ],
  [
    'a{b:url(data:image/png;base64,AAAA)}',
    '1:5  style: expected the name of a file, got a data: URL; save it as a file in the theme: the policy of pages blocks data: URLs',
  ],
  [
    'a{b:url(./piture.png)}',
    '1:5  style: expected a file that exists, got "./piture.png"; did you mean `picture.png`?',
  ],
  ['@import "./none.css";', '1:9  style: expected a file that exists, got "./none.css"'],
  [
    'a{b:url(../outside.png)}',
    '1:5  style: expected a file in theme, got "../outside.png"; move the file into the folder',
  ],
  [
    'a{b:url(./link.png)}',
    '1:5  style: expected a file in theme, got "./link.png"; move the file into the folder',
  ],
  ['a{b:url(./style.css)}', '1:5  style: expected a font or a picture, got "./style.css"'],
  [
    'a{b:url(/none.png)}',
    '1:5  style: expected a file that exists, got "/none.png"; files with such an address are in theme/public; others begin with `./`',
  ],
  [
    'a{b:image-set("picture.png" 1x)}',
    '1:5  style: a name without `url(…)` in `image-set(…)` does not become a file of the site; write `image-set(url("./picture.png") 1x, …)`',
  ],
  [
    'a{--own:url(./picture.png)}',
    '1:3  style: an address in the custom property --own does not become a file of the site; write `url(…)` in the property that uses it',
  ],
  [
    new Uint8Array([0x61, 0xff, 0x7b, 0x7d]),
    '1:1  style: expected a text in UTF-8, got other bytes',
  ],
];

for (const [css, problem] of refused)
  test(`refuses ${String(css).slice(0, 40).trim()}`, async (t) => {
    const more = { 'theme/picture.png': 'p', 'theme/link.png.txt': '' };
    const made = await bundle(t, style(css, more));
    assert.deepEqual(made.problems, [`theme/style.css:${problem}`]);
    assert.equal(made.css, '');
  });

const warned: readonly [css: string, problem: string][] = [
  ['a{colr:red}', '1:3  warning: style: "colr" is not a known CSS property'],
  [
    '/* a */\n:root {\n  --paper: #fee;\n}',
    '3:3  warning: style: expected a colour for light and one for dark pages in --paper, got only `#fee`; write `--paper: light-dark(#fee, …)`',
  ],
  [
    ':root{--ink:light-dark(#111,#eee)!important}',
    '1:7  warning: style: with `!important`, --ink wins over the settings of readers; leave it out: a theme wins over the style of Dateline without it',
  ],
  [
    'html,body{margin:0;background:#fff}',
    '1:20  warning: style: expected a colour for light and one for dark pages in background, got only `#fff`; write `--paper: light-dark(#fff, …)`',
  ],
];

for (const [css, problem] of warned)
  test(`warns of ${css.slice(0, 40)}`, async (t) => {
    const made = await bundle(t, style(css));
    assert.deepEqual(made.problems, [`theme/style.css:${problem}`]);
    assert.notEqual(made.css, '');
  });

test('a colour of a part of the page needs no other in the dark', async (t) => {
  const css =
    '@media print{body{color:#000}}@media(prefers-color-scheme:dark){a{b:c}html{--paper:#000}}body{background:none;color:inherit}body nav{color:#fff}html{background-color:var(--tint)}.masthead{--paper:#123}:root[data-theme="dark"]{--paper:#000}/*:root{--ink:#000}*/';
  assert.deepEqual((await bundle(t, style(css))).problems, []);
});

test('refuses a sheet of megabytes, and warns of a large one', async (t) => {
  const rules = (count: number) =>
    Array.from({ length: count }, (_, n) => `.a${n}{color:#${n % 10}${n % 7}${n % 3}}`).join(
      '',
    );
  const [warning] = (await bundle(t, style(rules(6000)))).problems;
  assert.match(
    `${warning}`,
    /style\.css:1:1 {2}warning: style: expected at most 100000 bytes, got \d+/u,
  );
  const [error] = (await bundle(t, style(rules(250_000)))).problems;
  assert.match(`${error}`, /style\.css:1:1 {2}style: expected at most 1000000 bytes, got \d+/u);
});

test('checks a large sheet in a moment', () => {
  const rules = Array.from({ length: 30_000 }, (_, n) => `.a${n}{color:#${n % 10}b3}`).join('');
  const start = performance.now();
  assert.deepEqual(checkStyleSource(rules, 'theme/style.css'), []);
  assert.ok(performance.now() - start < 5000);
});
