import { spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * Runs the tests: `npm test` all of them, `npm run test:unit` the quick ones of
 * `src`, which need neither a browser nor a build.
 *
 *   node tests/run.ts [unit] [options of `node --test`]
 *
 * A process that loads one unit test file loads hundreds of modules for a few milliseconds of
 * tests, so the unit tests run in a few processes: each imports many files. Node's compile cache
 * serves these processes and the commands that tests start.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const cache = join(root, '.cache/test-runs');

/** Unit tests that start processes, draw pictures, wait, or try thousands of random inputs. */
const slow = [
  'src/{commands,hosting,newsroom,press}/**/*.test.ts',
  'src/outputs/{pictures,search,share-card}/**/*.test.ts',
  'src/import/*.test.ts',
  'src/**/no-word-lost.test.ts',
  'src/system/{cache,processes}/**/*.test.ts',
];

const [first, ...rest] = process.argv.slice(2);
const unitOnly = first === 'unit';
const options = unitOnly ? rest : process.argv.slice(2);
const slowUnit = findTests(...slow);
const quickUnit = findTests('src/**/*.test.ts').filter((file) => !slowUnit.includes(file));
rmSync(join(cache, 'unit'), { recursive: true, force: true });
const quick = writeGroups('quick', 2, quickUnit);
const files = unitOnly
  ? quick
  : [
      ...findTests('tests/**/*.test.ts'),
      ...writeGroups('slow', 6, slowUnit),
      ...quick,
      ...writeGroups('bench', 1, findTests('bench/**/*.test.ts')),
    ];
const sites = mkdtempSync(join(tmpdir(), 'dateline-sites-'));
const reporter = options.some((option) => option.startsWith('--test-reporter'))
  ? []
  : ['--test-reporter=./tests/short-failures.ts'];
const child = spawn(
  process.execPath,
  ['--test', '--test-concurrency=2', ...reporter, ...options, ...files],
  {
    cwd: root,
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(cache, 'compiled'),
      SHARED_TEST_SITES: sites,
    },
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  rmSync(sites, { recursive: true, force: true, maxRetries: 20 });
  process.exitCode = code ?? 1;
});

/** Large files first: they usually take longest, so both cores are busy until the end. */
function findTests(...patterns: string[]): string[] {
  const found = new Set(globSync(patterns, { cwd: root, exclude: ['**/node_modules'] }));
  const bySize = [...found].map((file) => ({ file, size: statSync(join(root, file)).size }));
  bySize.sort((a, b) => b.size - a.size);
  return bySize.map(({ file }) => file.replaceAll(sep, '/'));
}

/** Writes test files that each import a part of the tests, and returns their paths. */
function writeGroups(name: string, count: number, tests: readonly string[]): string[] {
  const folder = join(cache, 'unit');
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, group) => {
    const own = tests.filter((_, index) => index % count === group).sort();
    const imports = own.map(
      (file) => `import ${JSON.stringify(pathToFileURL(join(root, file)).href)};\n`,
    );
    const path = join(folder, `${name}-${group + 1}.test.mjs`);
    writeFileSync(path, imports.join(''));
    return path;
  });
}
