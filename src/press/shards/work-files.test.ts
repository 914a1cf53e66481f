import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { bucketOf } from '../../system/cache/bucket.ts';
import { createWorkWriter, type Job, readWork } from './work-files.ts';

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'work-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const bytes = new Uint8Array([0, 255, 10]);

const jobs: readonly Job[] = [
  {
    file: 'a/index.html',
    sheet: { kind: 'article', key: 'k', parts: {} },
    recipe: { form: 'bytes', bytes },
  },
  { file: 'b/index.html', removed: true },
  {
    file: '한강/index.html',
    sheet: { kind: 'alias', key: 'l', parts: { story: 'x' } },
    // Properties without a value are a part of what a page is made from.
    recipe: { form: 'file', path: 'cache:/x', sha256: undefined } as never,
  },
];

test('jobs come back from the file of their bucket', (t) => {
  const folder = newFolder(t);
  const writer = createWorkWriter((bucket) => join(folder, 'work', String(bucket)));
  for (const job of jobs) writer.add(job);
  const hashes = writer.close();
  const read = [...hashes].flatMap(([bucket, sha256]) => {
    const own = readWork(folder, `work/${bucket}`, sha256) ?? [];
    for (const { file } of own) assert.equal(bucketOf(file), bucket);
    return own;
  });
  const byFile = (a: Job, b: Job) => (a.file < b.file ? -1 : 1);
  assert.deepEqual(read.sort(byFile), jobs.toSorted(byFile));
});

test('a missing, longer or other file is not read', (t) => {
  const folder = newFolder(t);
  const writer = createWorkWriter((bucket) => join(folder, String(bucket)));
  for (const job of jobs) writer.add(job);
  const [[bucket, sha256] = [0, '']] = writer.close();
  assert.equal(readWork(folder, 'none', sha256), undefined);
  assert.equal(readWork(folder, String(bucket), 'other'), undefined);
  appendFileSync(join(folder, String(bucket)), 'x');
  assert.equal(readWork(folder, String(bucket), sha256), undefined);
});

test('nothing is left of work that is given up', (t) => {
  const folder = newFolder(t);
  const writer = createWorkWriter((bucket) => join(folder, String(bucket)));
  for (let index = 0; index < 20; index += 1)
    writer.add({
      file: `${index}.html`,
      sheet: { kind: 'article', key: '', parts: {} },
      recipe: { form: 'bytes', bytes: new Uint8Array(4_000_000) },
    });
  assert.ok(readdirSync(folder).length > 0, 'large work is written before it is complete');
  writer.discard();
  assert.deepEqual(readdirSync(folder), []);
});
