import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { itemsOf, readText, writeArray, writeText } from './cbor.ts';
import { firstOf, lastBefore } from './chunk-limits.ts';

/**
 * Bytes of a compressed file of words. A query loads one or two for each of its words, from each part of the
 * index. Smaller ones would make the list of them long, which every query loads.
 */
const maxSize = 4000;

/** The uncompressed files of Pagefind begin with this. */
export const fileMark = 'pagefind_dcd';

/** The first and the last word of a file, and its name. */
interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/**
 * Divides the files of words of an index. Pagefind makes them as large as 20,000 places of words need,
 * which are up to 70 KB where most words are rare, as in Korean, and it has no setting for that. Its
 * list of files gets another name, since its content changes.
 *
 * @param folder the folder of the index, with one language
 * @throws {Error} if the files have another form than those of the version of Pagefind that is installed
 */
export async function splitChunks(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, hash] = /^pagefind\.(.+)\.pf_meta$/u.exec(name) ?? [];
    if (hash === undefined) continue;
    const list = await unpack(join(folder, name));
    const fields = itemsOf(list, 0);
    // Version, articles, files of words, and what the browser needs besides.
    const [, , start = 0, end = 0] = fields;
    const places = itemsOf(list, start);
    const chunks: Chunk[] = [];
    for (const at of places.slice(0, -1)) {
      const [from = 0, to = 0, file = 0] = itemsOf(list, at);
      const chunk = {
        from: readText(list, from),
        to: readText(list, to),
        name: readText(list, file),
      };
      chunks.push(...(await splitChunk(join(folder, 'index'), chunk)));
    }
    const firsts = chunks.map(({ from }, index) => firstOf(chunks[index - 1]?.to, from));
    const items = chunks.map(({ name }, index) =>
      writeArray([
        writeText(firsts[index] ?? ''),
        writeText(lastBefore(firsts[index + 1])),
        writeText(name),
      ]),
    );
    await rm(join(folder, name));
    await pack(
      join(folder, `pagefind.${hash}-split.pf_meta`),
      Buffer.concat([list.subarray(0, start), writeArray(items), list.subarray(end)]),
    );
    const entry = join(folder, 'pagefind-entry.json');
    const text = await readFile(entry, 'utf8');
    if (!text.includes(`"${hash}"`)) throw new Error(`${entry} does not name ${name}`);
    await writeFile(entry, text.replace(`"${hash}"`, `"${hash}-split"`));
  }
}

/** Divides a file of words into files of about the same size that are small enough. */
async function splitChunk(folder: string, chunk: Chunk): Promise<Chunk[]> {
  const file = join(folder, `${chunk.name}.pf_index`);
  const { length } = await readFile(file);
  if (length <= maxSize) return [chunk];
  const bytes = await unpack(file);
  const [words = 0] = itemsOf(bytes, 0);
  const places = itemsOf(bytes, words);
  const least = (bytes.length - words) / Math.ceil(length / maxSize);
  const chunks: Chunk[] = [];
  let first = 0;
  for (let next = 1; next < places.length; next += 1) {
    const isLast = next === places.length - 1;
    const [start = 0, end = 0] = [places[first], places[next]];
    if (!isLast && (end - start < least || isNear(bytes, places[next - 1] ?? 0, end))) continue;
    const name = `${chunk.name}-${chunks.length}`;
    const items = places
      .slice(first, next)
      .map((at, index) => bytes.subarray(at, places[first + index + 1]));
    await pack(join(folder, `${name}.pf_index`), writeArray([writeArray(items)]));
    chunks.push({
      name,
      from: first === 0 ? chunk.from : wordAt(bytes, start),
      to: isLast ? chunk.to : wordAt(bytes, places[next - 1] ?? 0),
    });
    first = next;
  }
  await rm(file);
  return chunks;
}

/**
 * Whether two entries begin alike. They remain together, since the browser loads only one file for a
 * word and finds in it the words that begin with it.
 */
function isNear(bytes: Buffer, one: number, other: number): boolean {
  return beginningOf(wordAt(bytes, one)) === beginningOf(wordAt(bytes, other));
}

/**
 * Three letters, or two syllables, also of the codes of Korean syllables (see `korean-endings.ts`), or two
 * Chinese characters.
 */
function beginningOf(word: string): string {
  const composed = word.normalize('NFC');
  return (
    /^q[a-z]{6}/u.exec(word)?.[0] ?? composed.slice(0, /^\p{ASCII}/u.test(composed) ? 3 : 2)
  );
}

/** The word of an entry: its first item. */
function wordAt(bytes: Buffer, at: number): string {
  const [word = 0] = itemsOf(bytes, at);
  return readText(bytes, word);
}

/** Reads a file of an index, without its mark. */
export async function unpack(file: string): Promise<Buffer> {
  const bytes = gunzipSync(await readFile(file));
  if (bytes.toString('latin1', 0, fileMark.length) !== fileMark)
    throw new Error(`${file} does not begin like a file of Pagefind`);
  return bytes.subarray(fileMark.length);
}

async function pack(file: string, content: Buffer): Promise<void> {
  await writeFile(file, toPacked(content));
}

/** The bytes of a file of an index with this content. */
export function toPacked(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([Buffer.from(fileMark), content]));
}
