import { spawn } from 'node:child_process';

// The slow tests: `npm run test:long`, before a release. First tests with more inputs, then the
// whole suite on a new machine.
const files = [
  'bench/compare.test.ts',
  'tests/broken.test.ts',
  'tests/build-options.test.ts',
  'tests/forms/forms.test.ts',
  'tests/hosting.test.ts',
  'tests/incremental.test.ts',
  'tests/random-series.test.ts',
  'tests/s3-build.test.ts',
  'tests/live-series.test.ts',
  'tests/slurm.test.ts',
  'tests/new-article.test.ts',
  'tests/security/hostile-site.test.ts',
  'tests/security/random-content.test.ts',
  'tests/security/vectors.test.ts',
  'src/content/article/read-front-matter.test.ts',
  'src/content/markdown/bounds.test.ts',
  'src/content/markdown/parsers.test.ts',
  'src/content/markdown/render-markdown.test.ts',
  'src/import/hostile-sources.test.ts',
  'src/press/count-files.test.ts',
  'src/import/html/to-markdown.test.ts',
  'src/import/read-post/no-word-lost.test.ts',
  'src/import/read-text/no-word-lost.test.ts',
  'src/publication/edition/related-articles.test.ts',
];

process.exitCode =
  (await run(['--test', ...files], { LONG_TESTS: '1' })) ||
  (await run(['tests/clean-root/run.ts'], {}));

function run(args: readonly string[], settings: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...settings },
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
