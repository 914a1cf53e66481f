import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faultsOf, importsOfLaterRows } from './import-table.ts';
import { readImports } from './read-imports.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url));

test('every import of every module is allowed by the table', () => {
  const files = modules();
  assert.ok(files.length > 100, 'expected more modules');
  const faults = files.flatMap((file) => faultsOf(file, readFileSync(join(src, file), 'utf8')));
  assert.deepEqual(faults, []);
});

test('the table allows only imports of earlier rows', () => {
  assert.deepEqual(importsOfLaterRows(), []);
});

test('modules do not import each other in circles, type imports included', () => {
  const imports = new Map(
    modules().map((file) => {
      const { imports } = readImports(file, readFileSync(join(src, file), 'utf8'));
      return [file, imports.map(({ from }) => posix.join(posix.dirname(file), from))];
    }),
  );
  assert.deepEqual(circlesOf(imports), []);
  const circle = new Map([
    ['a.ts', ['b.ts', 'node:fs']],
    ['b.ts', ['c.ts']],
    ['c.ts', ['b.ts']],
  ]);
  assert.deepEqual(circlesOf(circle), ['b.ts -> c.ts -> b.ts']);
});

const refused: readonly [file: string, text: string][] = [
  ['content/article/a.ts', "import { b } from '../../publication/edition/b.ts';"],
  ['content/article/a.ts', "export { b } from '../../publication/view/b.ts';"],
  ['content/article/a.ts', "import type { B } from '../../newsroom/b.ts';"],
  ['content/article/a.ts', "type B = import('../../newsroom/b.ts').B;"],
  ['publication/edition/a.ts', "import { b } from '../../content/markdown/b.ts';"],
  ['language/a.ts', "import { b } from '../system/problems/b.ts';"],
  ['hosting/a.mjs', "const b = await import('../commands/b.mjs');"],
  ['newsroom/a.ts', "import '../publication/view/b.ts';"],
  ['commands/a.ts', "import page from '../site/pages/b.astro';"],
  [
    'site/components/A.astro',
    "---\nimport { b } from '../../publication/view/b.ts';\n---\n<p />",
  ],
  ['site/components/A.astro', "<p /><script>import { b } from '../../language/b.ts';</script>"],
  [
    'site/layouts/A.astro',
    "---\nimport { type B, c } from '../../publication/view/b.ts';\n---\n<p />",
  ],
  ['utils/a.ts', ''],
  ['publication/view/a.ts', "import { b } from '../../../tests/b.ts';"],
  ['publication/view/a.ts', "import { getCollection } from 'astro:content';"],
  ['publication/view/a.ts', "import { build } from 'astro';"],
  ['content/fields/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['content/markdown/a.ts', 'const now = Date.now();'],
  ['content/markdown/a.ts', 'const now = new Date();'],
  ['content/settings/a.ts', "const zone = process.env['TZ'];"],
];

for (const [file, text] of refused) {
  test(`rejects in ${file}: ${JSON.stringify(text)}`, () => {
    assert.equal(faultsOf(file, text).length, 1);
  });
}

const allowed: readonly [file: string, text: string][] = [
  [
    'content/article/a.ts',
    "import { b } from '../../content/settings/b.ts';\nimport { c } from './c.ts';",
  ],
  ['publication/edition/a.ts', "import type { B } from '../../content/markdown/b.ts';"],
  [
    'site/components/A.astro',
    "---\nimport { type B } from '../../publication/view/b.ts';\n---\n<p />",
  ],
  [
    'site/layouts/A.astro',
    "---\nimport css from '../../site/styles/b.css?inline';\n---\n<p />",
  ],
  [
    'content/fields/a.ts',
    "import { z } from 'astro/zod';\nimport { createHash } from 'node:crypto';",
  ],
  ['language/a.ts', '// Not Date.now(), not process.env\nconst day = new Date(0);'],
  ['hosting/a.ts', "import { rm } from 'node:fs/promises';\nconst now = Date.now();"],
];

for (const [file, text] of allowed) {
  test(`allows in ${file}: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(faultsOf(file, text), []);
  });
}

/** Circles in a graph of modules and their imports, each as `a.ts -> b.ts -> a.ts`. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string) => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const next of imports.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) visit(file);
  return circles;
}

/** Paths below `src`, with `/`, of all code except tests. */
function modules(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(?:ts|mjs|js|astro)$/u.test(path) && !/\.test\.[a-z]+$/u.test(path))
    .sort();
}
