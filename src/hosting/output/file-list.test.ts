import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { HostingError } from '../hosting-error.ts';
import {
  compareFileLists,
  formatDelta,
  formatDeltaAsJson,
  formatFileList,
  type ListedFile,
  readFileList,
} from './file-list.ts';

/** Sorted, as lists are. */
const listOf = (files: Record<string, string>): ListedFile[] =>
  Object.keys(files)
    .sort()
    .map((file) => ({ file, sha256: (files[file] ?? '').padEnd(64, '0'), size: 1 }));

const before = listOf({
  'index.html': '1',
  '2026/old/index.html': '1',
  'ko/서울 역/index.html': '1',
  'assets/a.js': '1',
  _headers: '1',
  'page.html.br': '1',
  same: '1',
});
const after = listOf({
  'index.html': '2',
  '2026/new/index.html': '1',
  'ko/서울 역/index.html': '2',
  'assets/b.js': '1',
  _headers: '2',
  'page.html.br': '2',
  same: '1',
});

test('lists what to upload, what to delete, and what to purge from caches', () => {
  assert.deepEqual(compareFileLists(before, after), {
    added: ['2026/new/index.html', 'assets/b.js'],
    changed: ['_headers', 'index.html', 'ko/서울 역/index.html', 'page.html.br'],
    removed: ['2026/old/index.html', 'assets/a.js'],
    purge: [
      '/',
      '/2026/new/',
      '/2026/old/',
      '/ko/%EC%84%9C%EC%9A%B8%20%EC%97%AD/',
      '/page.html',
    ],
  });
});

test('finds no changes between equal lists', () => {
  assert.deepEqual(
    [...formatDelta(compareFileLists(after, after))],
    ['0 added, 0 changed, 0 removed, 0 addresses to purge'],
  );
});

test('formats a delta as JSON, line by line', () => {
  for (const delta of [compareFileLists(before, after), compareFileLists([], after)])
    assert.equal([...formatDeltaAsJson(delta)].join('\n'), JSON.stringify(delta, null, 2));
});

/** What is read from a file with this text. */
async function read(t: TestContext, text: string): Promise<ListedFile[]> {
  const path = join(await temporaryFolder(t), 'old.json');
  writeFileSync(path, text);
  return [...readFileList(path, 'old.json')];
}

const textOf = (files: readonly ListedFile[]) => [...formatFileList(files)].join('');

test('has one file per line', () => {
  const [a, b] = listOf({ a: '1', 'b"': '2' });
  assert.ok(a && b);
  assert.equal(
    textOf([b, a]),
    `{"files": {\n"a": {"sha256":"${a.sha256}","size":1},\n"b\\"": {"sha256":"${b.sha256}","size":1}\n}}\n`,
  );
});

test('reads what was formatted, in any layout', async (t) => {
  const text = textOf(before);
  const value = JSON.parse(text);
  const backwards = { files: Object.fromEntries(Object.entries(value.files).reverse()) };
  for (const layout of [
    text,
    text.replaceAll('\n', '\r\n'),
    JSON.stringify(value),
    JSON.stringify(value, null, 2),
    JSON.stringify(backwards, null, '\t'),
  ])
    assert.deepEqual(await read(t, layout), before);
  assert.deepEqual(await read(t, textOf([])), []);
});

test('never makes one string of a list, which may be longer than the longest', () => {
  const sha256 = '0'.repeat(64);
  const files = Array.from({ length: 10_000 }, (_, n) => ({ file: `${n}`, sha256, size: n }));
  const longest = (pieces: Iterable<string>) =>
    [...pieces].reduce((most, { length }) => Math.max(most, length), 0);
  assert.ok(longest(formatFileList(files)) < 200);
  const delta = compareFileLists([], textSorted(files));
  assert.ok(longest(formatDelta(delta)) < 200);
  assert.ok(longest(formatDeltaAsJson(delta)) < 200);
});

const textSorted = (files: readonly ListedFile[]) =>
  files.toSorted((a, b) => (a.file < b.file ? -1 : 1));

for (const text of [
  '',
  '[]',
  '{}',
  '{"files":[]}',
  '{"files":{"a":{"sha256":"x","size":1}}}',
  '{"files":{"a":null}}',
  '{"files": {\n',
  `${textOf(before).slice(0, -4)}`,
  `${textOf(before)}{}`,
  textOf(before).replace('same', 'Same'),
  '{"files": {\n"a": {"sha256":"x","size":1}\n}}\n',
])
  test(`rejects ${JSON.stringify(text.slice(-60))}`, async (t) => {
    await assert.rejects(read(t, text), (error: Error) => {
      assert.ok(error instanceof HostingError);
      assert.match(error.message, /^old\.json: expected a list/u);
      return true;
    });
  });

test('accepts files with names of object properties', () => {
  const odd = listOf({ constructor: '1', toString: '1' });
  assert.deepEqual(compareFileLists([], odd).added, ['constructor', 'toString']);
});
