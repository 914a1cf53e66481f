import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { bundleSteps } from './bundle-steps.ts';

async function createProject(t: TestContext, files: Record<string, string>) {
  const root = await temporaryFolder(t);
  const write = async (changed: Record<string, string>) => {
    for (const [path, text] of Object.entries(changed)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  };
  await write(files);
  const theme = {
    ...{ folder: join(root, 'theme'), shown: 'theme', root, hash: '', styleHash: '' },
    files: ['markdown.ts'],
  };
  const bundle = async () => {
    const { steps, problems } = await bundleSteps(theme, join(root, 'c'));
    return { steps, problems: problems.map(formatProblem) };
  };
  return { write, bundle };
}

test('bundles the steps with what they import, named by the hash of the bytes', async (t) => {
  const { bundle, write } = await createProject(t, {
    'theme/markdown.ts':
      'import type { MarkdownSteps } from "dateline/props";\nimport part from "part";\nimport { name } from "./parts/name.ts";\nexport const remark: MarkdownSteps["remark"] = [part, name];',
    'theme/parts/name.ts': 'export const name: string = "한국";',
    'node_modules/part/package.json': '{"name": "part", "main": "index.js"}',
    'node_modules/part/index.js': 'module.exports = require("node:path").sep;',
  });
  const first = await bundle();
  assert.deepEqual(first.problems, []);
  const { remark } = await import(first.steps?.module ?? '');
  assert.equal(remark[1], '한국');
  // The same bytes in every folder.
  assert.doesNotMatch(await readFile(first.steps?.module ?? '', 'utf8'), /dateline-/u);
  assert.deepEqual(await bundle(), first);
  await write({ 'theme/parts/name.ts': 'export const name = "longer";' });
  const second = await bundle();
  assert.notEqual(second.steps?.hash, first.steps?.hash);
});

const faults: readonly [name: string, files: Record<string, string>, problem: string][] = [
  [
    'a package that is not installed',
    { 'theme/markdown.ts': '\nimport math from "remark-moth";\nexport const remark = [math];' },
    'theme/markdown.ts:2:18  markdown: expected an installed package, got "remark-moth"; npm install remark-moth',
  ],
  [
    'a missing file',
    { 'theme/markdown.ts': 'import a from "./a.ts";\nexport const remark = [a];' },
    'theme/markdown.ts:1:15  markdown: expected a file that exists, got "./a.ts"',
  ],
  [
    'a package with native code',
    {
      'theme/markdown.ts': 'import fast from "fast";\nexport const remark = [fast];',
      'node_modules/fast/index.js': 'module.exports = require("./fast.node");',
      'node_modules/fast/fast.node': '',
    },
    'node_modules/fast/index.js:1:26  markdown: expected a package without native code, got "./fast.node"; use another package: the steps are bundled into one file',
  ],
  [
    'a syntax error',
    { 'theme/markdown.ts': 'export const remark = [;' },
    'theme/markdown.ts:1:24  markdown: Unexpected ";"',
  ],
  [
    'another export',
    { 'theme/markdown.ts': 'export const remarks = [];' },
    'theme/markdown.ts:1:1  markdown: expected `export const remark` or `export const rehype`, got "remarks"; did you mean `remark`?',
  ],
  [
    'no export',
    { 'theme/markdown.ts': '' },
    'theme/markdown.ts:1:1  warning: markdown: it exports nothing, so it has no effect; write `export const remark = […]`, a list of plugins',
  ],
];

for (const [name, files, problem] of faults)
  test(`reports ${name}`, async (t) => {
    const { problems } = await (await createProject(t, files)).bundle();
    assert.deepEqual(problems, [problem]);
  });
