import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { reportShort } from './short-failures.ts';

/*
 * Runs the tests: `npm test` all of them, `npm run test:unit` the quick ones of
 * `src`, which need neither a browser nor a build.
 *
 *   node tests/run.ts [unit] [--test-name-pattern=…]
 *
 * Loading modules and starting a browser take longer than most tests, so few processes run the
 * tests: each imports many files. Node's compile cache serves these processes and the commands that
 * tests start.
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

/**
 * Tests with a process of their own: those that take longest, which start first so that both cores
 * are busy until the end, and one that changes the environment.
 */
const alone = [
  ...['broken', 'incremental', 'dev', 'hosting', 'random-series', 'security/hostile-site'],
  'live-series',
  'package',
].map((name) => `tests/${name}.test.ts`);

const { values: options, positionals } = parseArgs({
  options: { 'test-name-pattern': { type: 'string', multiple: true } },
  allowPositionals: true,
});
const slowUnit = findTests(...slow);
const quickUnit = findTests('src/**/*.test.ts').filter((file) => !slowUnit.includes(file));
const others = findTests('tests/**/*.test.ts').filter((file) => !alone.includes(file));
rmSync(join(cache, 'groups'), { recursive: true, force: true });
const quick = writeGroups('quick', 2, quickUnit);
const files =
  positionals[0] === 'unit'
    ? quick
    : [
        ...alone,
        ...writeGroups('site', 8, others),
        ...writeGroups('slow', 6, slowUnit),
        ...quick,
        ...writeGroups('bench', 1, findTests('bench/**/*.test.ts')),
      ];

const sites = mkdtempSync(join(tmpdir(), 'dateline-sites-'));
process.on('exit', () => rmSync(sites, { recursive: true, force: true }));
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopped.abort());
process.env['NODE_COMPILE_CACHE'] = join(cache, 'compiled');
process.env['SHARED_TEST_SITES'] = sites;

// Unlike `node --test`, which sorts files by name, it keeps their order.
const events = run({
  files: files.map((file) => resolve(root, file)),
  concurrency: Math.max(2, availableParallelism()),
  testNamePatterns: options['test-name-pattern'] ?? [],
  signal: stopped.signal,
});
events.on('test:fail', () => {
  process.exitCode = 1;
});
events.compose(reportShort).pipe(process.stdout);

function findTests(...patterns: string[]): string[] {
  const found = new Set(globSync(patterns, { cwd: root, exclude: ['**/node_modules'] }));
  return [...found].map((file) => file.replaceAll(sep, '/')).sort();
}

/** Writes test files that each import a part of the tests, and returns their paths. */
function writeGroups(name: string, count: number, tests: readonly string[]): string[] {
  const folder = join(cache, 'groups');
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
