import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { manyArticles } from '../../../tests/search/many-articles.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { itemsOf, readText } from './cbor.ts';
import { indexRecords } from './index-records.ts';
import { fileMark } from './split-chunks.ts';

test('files of words are small, in order, and named in the list', async (t) => {
  const folder = await temporaryFolder(t);
  const records = manyArticles('ko', 60);
  const bodies = records.map(({ body }) => body);
  await indexRecords({ name: 'ko-all', records, bodies, folder });
  const names = await readdir(folder);
  const meta = names.find((name) => name.endsWith('.pf_meta')) ?? '';
  const { languages } = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  assert.equal(meta, `pagefind.${languages.ko.hash}.pf_meta`);

  const unpack = async (file: string) =>
    gunzipSync(await readFile(join(folder, file))).subarray(fileMark.length);
  const list = await unpack(meta);
  const chunks = itemsOf(list, itemsOf(list, 0)[2] ?? 0)
    .slice(0, -1)
    .map((at) =>
      itemsOf(list, at)
        .slice(0, 3)
        .map((place) => readText(list, place)),
    );
  const files = (await readdir(join(folder, 'index'))).sort();
  assert.deepEqual(chunks.map(([, , name]) => `${name}.pf_index`).sort(), files);
  assert.ok(files.some((name) => name.includes('-1.')));

  let before = '';
  for (const [from = '', to = '', name] of chunks) {
    const file = `index/${name}.pf_index`;
    const { size } = await stat(join(folder, file));
    assert.ok(size < 30_000, `${file} has ${size} bytes`);
    assert.ok(before <= from && from <= to, `${before} ${from} ${to}`);
    before = to;
    const bytes = await unpack(file);
    const places = itemsOf(bytes, itemsOf(bytes, 0)[0] ?? 0).slice(0, -1);
    const words = places.map((at) => readText(bytes, itemsOf(bytes, at)[0] ?? 0));
    assert.ok((words[0] ?? '') >= from && (words.at(-1) ?? '') <= to);
  }

  for (const name of await readdir(join(folder, 'fragment')))
    assert.doesNotMatch(String(await unpack(`fragment/${name}`)), /"forms"|"listings"/u);
});
