import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { formatProblem } from '../system/problems/format-problem.ts';
import { findContentFiles } from './find-content-files.ts';

const names: readonly (readonly [name: string, cure: string | undefined])[] = [
  ['a.md', undefined],
  ['b.MD', undefined],
  ['c.markdown', 'rename it to c.md'],
  ['d.Mkd', 'rename it to d.md'],
  ['e.mdx', 'rename it to e.md, and replace components and code with Markdown'],
  ['f.ko.markdown', 'rename it to f.ko.md'],
  ['g.html', 'convert it, such as with `npm run import -- FILE`, or move it out of the folder'],
  ['h.jpg', undefined],
  ['i.txt', undefined],
  ['j.pdf', undefined],
  ['_k.mdx', undefined],
  ['README.md', undefined],
];

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-find-'));
  for (const [name] of names) await writeFile(join(folder, name), '');
});
after(() => rm(folder, { recursive: true }));

test('warns of articles that are ignored because of their file extension', async () => {
  const { contentFiles, problems } = await findContentFiles(folder, 'content');
  assert.deepEqual(contentFiles, ['a.md', 'b.MD']);
  assert.deepEqual(
    problems.map(formatProblem),
    names.flatMap(([name, cure]) =>
      cure === undefined
        ? []
        : `content/${name}:1:1  warning: file: expected a name that ends in .md, got "${name}", which is not an article; ${cure}`,
    ),
  );
});
