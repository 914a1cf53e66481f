import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostingError } from '../hosting-error.ts';
import {
  compareFileLists,
  type FileList,
  formatDelta,
  formatFileList,
  parseFileList,
} from './file-list.ts';

const listOf = (files: Record<string, string>): FileList => ({
  files: Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      { sha256: text.padEnd(64, '0'), size: 1 },
    ]),
  ),
});

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
  assert.equal(
    formatDelta(compareFileLists(after, after)),
    '0 added, 0 changed, 0 removed, 0 addresses to purge\n',
  );
});

test('parses what was formatted', () => {
  assert.deepEqual(parseFileList(formatFileList(before), 'files.json'), before);
  assert.deepEqual(parseFileList(formatFileList({ files: {} }), 'files.json'), { files: {} });
});

for (const text of [
  '',
  '[]',
  '{}',
  '{"files":[]}',
  '{"files":{"a":{"sha256":"x","size":1}}}',
  '{"files":{"a":null}}',
])
  test(`rejects ${text || 'an empty file'}`, () => {
    assert.throws(
      () => parseFileList(text, 'old.json'),
      (error: Error) => {
        assert.ok(error instanceof HostingError);
        assert.match(error.message, /^old\.json: expected a list/u);
        return true;
      },
    );
  });

test('accepts files with names of object properties', () => {
  const odd = listOf({ constructor: '1', toString: '1' });
  assert.deepEqual(compareFileLists(listOf({}), odd).added, ['constructor', 'toString']);
});
