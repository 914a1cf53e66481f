import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { parsePublication } from '../content/settings/publication-settings.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { bundleTheme } from './bundle-theme.ts';
import { loadTheme } from './load-theme.ts';

type Files = Readonly<Record<string, string>>;

async function bundle(t: TestContext, files: Files, scripts: readonly string[] = []) {
  const root = await temporaryFolder(t);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const readSettings = parsePublication('', 'content/publication.yaml', 'content');
  const { theme } = loadTheme({ root, contentDir: join(root, 'content'), readSettings });
  const place = {
    file: 'content/publication.yaml',
    line: 2,
    column: 3,
    field: 'security.scripts.0',
  };
  const bundled = await bundleTheme(theme, {
    basePath: '/',
    scripts: scripts.map((name) => ({ name, ...place })),
  });
  return { ...bundled, problems: bundled.problems.map(formatProblem) };
}

const clock = 'theme/scripts/clock.ts';

test('bundles each named script into a module, with what it imports', async (t) => {
  const { files, problems } = await bundle(
    t,
    {
      [clock]:
        'import { now } from "./parts/now.ts";\nimport { zone } from "zones";\nconst at: number = now;\ndocument.title = at + zone;',
      'theme/scripts/parts/now.ts': 'export const now: number = 1;',
      'theme/scripts/시계.js': 'export {};\nconsole.log("</script>");',
      'node_modules/zones/package.json': '{"main": "zones.js", "type": "module"}',
      'node_modules/zones/zones.js': 'export const zone = "UTC";',
    },
    [`./${clock}`, 'theme/scripts/시계.js', clock],
  );
  assert.deepEqual(problems, []);
  const [first = '', second = '', ...rest] = files?.scripts ?? [];
  assert.deepEqual(rest, []);
  assert.match(first, /^clock\.[\da-f]{10}\.js$/u);
  assert.match(second, /^file\.[\da-f]{10}\.js$/u);
  const text = Buffer.from(files?.assets.get(first) ?? '').toString();
  assert.ok(text.includes('UTC') && !text.includes('import'), text);
});

test('has nothing without a theme', async (t) => {
  assert.deepEqual(await bundle(t, {}), { files: undefined, problems: [] });
  const { problems } = await bundle(t, {}, [clock]);
  assert.deepEqual(problems, [
    'content/publication.yaml:2:3  security.scripts.0: expected a script in the folder theme, such as theme/scripts/clock.ts, got "theme/scripts/clock.ts"; the folder in which the command runs has no theme',
  ]);
});

const misnamed: readonly [name: string, cure: string][] = [
  ['theme/scripts/clok.ts', '; did you mean `theme/scripts/clock.ts`?'],
  ['scripts/clock.ts', '; did you mean `theme/scripts/clock.ts`?'],
  ['theme/../outside.ts', ''],
  ['https://x.example/a.js', ''],
  ['theme/style.css', ''],
  ['theme/scripts', ''],
];

for (const [name, cure] of misnamed)
  test(`refuses the name ${name}`, async (t) => {
    const { problems } = await bundle(
      t,
      { [clock]: '', 'theme/style.css': '', 'outside.ts': '' },
      [name],
    );
    assert.deepEqual(problems, [
      `content/publication.yaml:2:3  security.scripts.0: expected a script in the folder theme, such as theme/scripts/clock.ts, got "${name}"${cure}`,
    ]);
  });

const wrong: readonly [text: string, problem: string][] = [
  ['let a = 1;\nlet b = ;', '2:9  script: Unexpected ";"'],
  [
    'import "https://x.example/a.js";',
    '1:8  script: expected the name of a file or a package, got "https://x.example/a.js"; copy the file into the theme, or install the package: the policy of pages blocks other sites',
  ],
  [
    'import("//x.example/a.js");',
    '1:8  script: expected the name of a file or a package, got "//x.example/a.js"; copy the file into the theme, or install the package: the policy of pages blocks other sites',
  ],
  ['import "node:fs";', '1:8  script: browsers have no modules of Node; remove "node:fs"'],
  [
    'import "./none.ts";',
    '1:8  script: expected a file or a package that exists, got "./none.ts"',
  ],
  [
    'import "../../outside.ts";',
    '1:8  script: expected a file in theme, got "../../outside.ts"; move the file into the folder',
  ],
  [
    'import "../style.css";',
    '1:8  script: expected a script, got "../style.css"; import the style sheet in theme/style.css',
  ],
];

for (const [text, problem] of wrong)
  test(`refuses the script ${text.slice(0, 30).replace('\n', ' ')}`, async (t) => {
    const { problems } = await bundle(
      t,
      { [clock]: text, 'outside.ts': '', 'theme/style.css': '' },
      [clock],
    );
    assert.deepEqual(problems, [`${clock}:${problem}`]);
  });

test('warns of a large script', async (t) => {
  const text = `export const a = ${JSON.stringify('x'.repeat(60_000))};`;
  const { problems, files } = await bundle(t, { [clock]: text }, [clock]);
  assert.match(
    `${problems}`,
    /clock\.ts:1:1 {2}warning: script: expected at most 50000 bytes, got 60\d{3}/u,
  );
  assert.equal(files?.scripts.length, 1);
});

test('shows the last valid style while there is an error', async (t) => {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'theme'));
  const write = async (css: string) => {
    await writeFile(join(root, 'theme/style.css'), css);
    const readSettings = parsePublication('', 'content/publication.yaml', 'content');
    const { theme } = loadTheme({ root, contentDir: join(root, 'content'), readSettings });
    return bundleTheme(theme, { basePath: '/', scripts: [] });
  };
  assert.equal((await write('a{color:red}')).files?.css, 'a{color:red}');
  const wrong = await write('a{color:blue');
  assert.deepEqual([wrong.files?.css, wrong.problems.length], ['a{color:red}', 1]);
  assert.equal((await write('a{color:green}')).files?.css, 'a{color:green}');
});
