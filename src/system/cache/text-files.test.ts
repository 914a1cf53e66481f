import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { hasPieces, readLines, writePieces } from './text-files.ts';

const texts: readonly string[] = [
  '',
  'one',
  'one\ntwo\n',
  'one\r\ntwo\r\n\r\nthree',
  '\n\n',
  // Characters of several bytes at the ends of what is read at once.
  `${'서울 역\n'.repeat(250_000)}끝`,
  'x'.repeat(2_500_000),
];

for (const text of texts) {
  const name = `${JSON.stringify(text.slice(0, 20))}, ${text.length} characters`;
  test(`reads and compares ${name}`, async (t) => {
    const path = join(await temporaryFolder(t), 'list.txt');
    assert.equal(hasPieces(path, [text]), false);
    writePieces(path, text.match(/.{1,7}|[\r\n]/gu) ?? []);
    assert.equal(readFileSync(path, 'utf8'), text);
    assert.equal(hasPieces(path, [text]), true);
    assert.equal(hasPieces(path, [text, 'more']), false);
    if (text !== '') assert.equal(hasPieces(path, [text.slice(1)]), false);
    const lines = text.split(/\r?\n/u);
    assert.deepEqual([...readLines(path)], lines.at(-1) === '' ? lines.slice(0, -1) : lines);
  });
}

test('a file that cannot be read is an error with its code', async (t) => {
  const folder = await temporaryFolder(t);
  writeFileSync(join(folder, 'a'), '');
  for (const [path, code] of [
    [join(folder, 'none'), 'ENOENT'],
    [folder, 'EISDIR'],
  ] as const)
    assert.throws(() => [...readLines(path)], { code });
});
