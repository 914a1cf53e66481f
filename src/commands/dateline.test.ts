import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { formatHelp } from './format-help.ts';

const program = fileURLToPath(new URL('../../bin/dateline.mjs', import.meta.url));

/** Runs `bin/dateline.mjs`, which runs the modules themselves in a clone. */
function run(args: readonly string[], { cwd = process.cwd(), program: script = program } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('lists the commands of users', () => {
  const listed = run([]);
  assert.deepEqual([listed.status, listed.stderr], [0, '']);
  for (const name of ['start', 'dev', 'build', 'preview', 'check', 'new', 'import', 'hosting'])
    assert.match(listed.stdout, new RegExp(`^  ${name} +\\S`, 'mu'));
  assert.doesNotMatch(listed.stdout, /^ {2}(?:lint|bench) /mu);
  assert.match(listed.stdout, /^npx dateline COMMAND …\n/u);
  assert.deepEqual(run(['--help']), listed);
});

test('prints the version of package.json', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  assert.deepEqual(run(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
});

for (const [name, meant] of [
  ['chekc', 'check'],
  ['--hlep', '--help'],
  ['--verison', '--version'],
  ['Build', 'build'],
] as const)
  test(`suggests ${meant} for ${name}`, () => {
    const stderr = `dateline: "${name}" is not a command; did you mean ${meant}? \`npx dateline --help\` lists them\n`;
    assert.deepEqual(run([name]), { status: 1, stdout: '', stderr });
  });

test('suggests nothing for a name that is like none', () => {
  const stderr = 'dateline: "다리" is not a command; `npx dateline --help` lists them\n';
  assert.deepEqual(run(['다리']), { status: 1, stdout: '', stderr });
  assert.equal(run(['constructor']).status, 1);
});

for (const name of ['build', 'check', 'new'] as const)
  test(`runs ${name} with its arguments, and passes on its exit code`, () => {
    const help = { status: 0, stdout: `${formatHelp(name)}\n`, stderr: '' };
    assert.deepEqual(run([name, '--help']), help);
    const wrong = run([name, '--strcit']);
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, new RegExp(`^${name}: --strcit: is not an option`, 'u'));
  });

for (const version of ['20.19.0', '22.11.0', '12.22.12'])
  test(`the package says on Node ${version} which one it needs`, async (t) => {
    const folder = await temporaryFolder(t);
    // Without the modules of a clone.
    const packaged = join(folder, 'bin/dateline.mjs');
    await cp(program, packaged);
    const old = join(folder, 'old.mjs');
    await writeFile(
      old,
      `Object.defineProperty(process.versions, 'node', { value: '${version}' });\nawait import(${JSON.stringify(packaged)});\n`,
    );
    const { status, stderr } = run(['check'], { program: old });
    assert.equal(status, 1);
    assert.equal(
      stderr,
      `Dateline needs Node 22.12 or newer; this is Node ${version}. Install a current Node, then run the command again.\n`,
    );
  });

test('says that the project has another version than the one that runs', async (t) => {
  const cwd = await temporaryFolder(t);
  const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
  const manifest = join(cwd, 'node_modules', name, 'package.json');
  await mkdir(dirname(manifest), { recursive: true });
  const saidFor = async (text: string) => {
    await writeFile(manifest, text);
    const { status, stderr } = run(['check', '--help'], { cwd });
    assert.equal(status, 0);
    return stderr;
  };
  assert.equal(
    await saidFor(JSON.stringify({ name, version: '99.0.0' })),
    `warning: this is ${name} ${version} in ${process.cwd()}, but the project has 99.0.0 in ${join('node_modules', name)}; run \`npx ${name} check\` in ${cwd}, or a script of its package.json\n`,
  );
  assert.equal(await saidFor(JSON.stringify({ name, version })), '');
  assert.equal(await saidFor('{'), '');
});

test('a clone runs in its own Node where the one of the system strips no types', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--no-experimental-strip-types', program, '--version'],
    { encoding: 'utf8' },
  );
  assert.deepEqual([status, stdout], [0, `${version}\n`]);
});

test('says that a command runs in a folder of a project', async (t) => {
  const project = await temporaryFolder(t);
  const cwd = join(project, 'articles/world');
  await mkdir(cwd, { recursive: true });
  const { name } = JSON.parse(await readFile('package.json', 'utf8'));
  const said = () => run(['check', '--help'], { cwd }).stderr;
  await writeFile(join(project, 'package.json'), JSON.stringify({ dependencies: {} }));
  assert.equal(said(), '');
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({ dependencies: { [name]: '^0.1.0' } }),
  );
  assert.equal(
    said(),
    `warning: this folder is in the project ${project}, whose theme and output are not used here; run the command in ${join('..', '..')}\n`,
  );
});

test('refuses a folder whose path no build can read', {
  skip: process.platform === 'win32' && 'Windows has no such names',
}, async (t) => {
  const cwd = join(await temporaryFolder(t), 'a#b');
  await mkdir(cwd);
  const { status, stderr } = run(['check'], { cwd });
  assert.equal(status, 1);
  assert.match(stderr, /^Dateline cannot run in .*a#b: the path of its folder contains "#"/u);
});
