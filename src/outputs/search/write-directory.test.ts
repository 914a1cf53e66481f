import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { wordAt } from '../../../tests/search/many-articles.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { itemsOf, readHead, readText } from './cbor.ts';
import { unpack } from './split-chunks.ts';
import { packWords } from './word-list.ts';
import { writeDirectory } from './write-directory.ts';

const entry = JSON.stringify({
  version: '1.6.0',
  languages: { en: { hash: 'en_1', wasm: 'en', page_count: 9 } },
});

/** Reads a directory, and finds parts as Pagefind does. */
async function readDirectory(folder: string) {
  const { languages } = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  const meta = await unpack(join(folder, `pagefind.${languages.en.hash}.pf_meta`));
  const [, pages = 0, list = 0] = itemsOf(meta, 0);
  const textsAt = (bytes: Buffer, at: number, count: number) =>
    itemsOf(bytes, at)
      .slice(0, count)
      .map((place) => readText(bytes, place));
  const names = itemsOf(meta, pages)
    .slice(0, -1)
    .map((at) => textsAt(meta, at, 1)[0] ?? '');
  const chunks = itemsOf(meta, list)
    .slice(0, -1)
    .map((at) => textsAt(meta, at, 3));
  const words = new Map<string, Map<string, string[]>>();
  for (const [, , file = ''] of chunks) {
    const bytes = await unpack(join(folder, 'index', `${file}.pf_index`));
    const own = new Map<string, string[]>();
    for (const at of itemsOf(bytes, itemsOf(bytes, 0)[0] ?? 0).slice(0, -1)) {
      const [word = 0, places = 0] = itemsOf(bytes, at);
      let number = 0;
      const parts = itemsOf(bytes, places)
        .slice(0, -1)
        .map((place) => {
          number += readHead(bytes, itemsOf(bytes, place)[0] ?? 0).value;
          return names[number] ?? '';
        });
      assert.ok(!own.has(readText(bytes, word)), readText(bytes, word));
      own.set(readText(bytes, word), parts);
    }
    words.set(file, own);
  }
  const find = (term: string) => {
    const files = chunks.filter(
      ([from = '', to = '']) =>
        Buffer.compare(Buffer.from(from), Buffer.from(term)) <= 0 &&
        Buffer.compare(Buffer.from(term), Buffer.from(to)) <= 0,
    );
    assert.equal(files.length, 1, `${term} needs ${files.length} files`);
    const found = [...(words.get(files[0]?.[2] ?? '') ?? [])];
    assert.ok(found.every(([word]) => !term.startsWith(word)));
    return new Set(
      found.filter(([word]) => word.startsWith(term)).flatMap(([, parts]) => parts),
    );
  };
  return { find, chunks };
}

const sizesOf = async (folder: string) =>
  Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );

for (const language of ['en', 'ko', 'zh-Hans'] as const)
  test(`the directory finds the parts with a word, or one that begins with it, in ${language}`, async (t) => {
    const folder = await temporaryFolder(t);
    const lists = Array.from({ length: 20 }, (_, part) => [
      ...new Set([
        ...Array.from({ length: 3000 }, (_, index) =>
          wordAt(language, (index * (part + 3) * 7) % 40_000).normalize('NFD'),
        ),
        ...Array.from(
          { length: 1500 },
          (_, index) => `of${((index + 1) * 7919 * (part + 1)) % 1_000_003}`,
        ),
        ...['a', 'aa', '𝄞', '𝄞𝄞', '\ud7ff', '\ue000b', 'ﾊ', 'x'.repeat(300) + part],
      ]),
    ]);
    const parts = lists.map((words, index) => ({
      name: `part-${index}`,
      words: packWords(words),
    }));
    await writeDirectory(folder, parts, { language: 'en', entry });
    const { find, chunks } = await readDirectory(folder);
    assert.ok(chunks.length > 10);
    assert.ok((await sizesOf(join(folder, 'index'))).every((size) => size < 16_000));
    const some = lists.flatMap((words) => words.filter((_, index) => index % 997 === 0));
    const terms = new Set([
      ...['a', 'x', '𝄞', '\ud7ff', '\ue000', 'ﾊ', 'of', 'nothing', '한', '\u{10fffd}'],
      ...chunks.flatMap(([from = '', to = '']) => [from, to].filter(Boolean)),
      ...some.flatMap((word) => [
        word,
        `${word}z`,
        ...[...word].slice(0, 8).map((_, length) => [...word].slice(0, length + 1).join('')),
      ]),
    ]);
    for (const term of terms)
      assert.deepEqual(
        find(term),
        new Set(
          lists.flatMap((words, index) =>
            words.some((word) => word.startsWith(term)) ? [`part-${index}`] : [],
          ),
        ),
        term,
      );

    const again = await temporaryFolder(t);
    await writeDirectory(again, parts, { language: 'en', entry });
    assert.deepEqual((await readDirectory(again)).chunks, chunks);
    const changed = await temporaryFolder(t);
    const [first = [], ...others] = lists;
    const edited = [[...first, 'brandnew'], ...others].map((words, index) => ({
      name: `part-${index}`,
      words: packWords(words),
    }));
    await writeDirectory(changed, edited, { language: 'en', entry });
    const names = new Set(await readdir(join(folder, 'index')));
    const added = (await readdir(join(changed, 'index'))).filter((name) => !names.has(name));
    assert.ok(added.length > 0 && added.length <= 3, `${added.length} files changed`);
  });
