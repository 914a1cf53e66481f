import { spawn } from 'node:child_process';
import { globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * Runs the tests: `npm test` all of them, `npm run test:unit` those of `src`, which need neither
 * a browser nor a build.
 *
 *   node tests/run.ts [unit] [options of `node --test`]
 *
 * A process that loads one unit test file loads hundreds of modules for a few milliseconds of
 * tests, so the unit tests run in a few processes: each imports many files. Node's compile cache
 * serves these processes and the commands that tests start.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const cache = join(root, '.cache/test-runs');

/** Unit tests that run in a process of their own, since they replace or watch its global state. */
const alone: readonly string[] = [];

/** Both cores have work until the end. */
const groupCount = 4;

const [first, ...rest] = process.argv.slice(2);
const unitOnly = first === 'unit';
const options = unitOnly ? rest : process.argv.slice(2);
const unit = findTests('src/**/*.test.ts');
const groups = writeGroups(unit.filter((file) => !alone.includes(file)));
const others = unitOnly ? [] : findTests('{tests,bench}/**/*.test.ts');
const files = [...others, ...groups, ...alone];
const child = spawn(
  process.execPath,
  ['--test', '--test-concurrency=2', ...options, ...files],
  {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: join(cache, 'compiled') },
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

/** Large files first: they tend to take longest, and no core waits for one at the end. */
function findTests(pattern: string): string[] {
  const found = globSync(pattern, { cwd: root, exclude: ['**/node_modules'] });
  const bySize = found.map((file) => ({ file, size: statSync(join(root, file)).size }));
  bySize.sort((a, b) => b.size - a.size);
  return bySize.map(({ file }) => file.replaceAll(sep, '/'));
}

/** Writes test files that import the unit tests, and returns their paths. */
function writeGroups(tests: readonly string[]): string[] {
  const folder = join(cache, 'unit');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: groupCount }, (_, group) => {
    const own = tests.filter((_, index) => index % groupCount === group).sort();
    const imports = own.map(
      (file) => `import ${JSON.stringify(pathToFileURL(join(root, file)).href)};\n`,
    );
    const path = join(folder, `unit-${group + 1}.test.mjs`);
    writeFileSync(path, imports.join(''));
    return path;
  });
}
