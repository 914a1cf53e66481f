import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../../publication/edition/compare-text.ts';
import { searchIndexAddress } from '../../publication/edition/list-addresses.ts';
import type { ChoiceList } from './choice-files.ts';
import { listKnownWords } from './known-words.ts';
import { makeDirectory } from './make-directory.ts';
import { entry, type IndexCache, type MadePart, reader } from './make-parts.ts';
import { type Pack, type PackedFile, toPack } from './to-pack.ts';
import { wordFile } from './word-list.ts';

/**
 * A file of the index: a file in the cache (`from`, absolute), its content, or files to join after its
 * first bytes.
 */
export type IndexFile = {
  /** The path below the output folder, with `/`. */
  readonly file: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
} & ({ readonly from: string } | { readonly content: string } | Pick<Pack, 'head' | 'joined'>);

export interface ListOptions {
  readonly choices?: ReadonlyMap<string, ChoiceList>;
  /** The largest number of parts of a language that a search opens without a directory of words. */
  readonly few?: number;
  /** Whether each part is one file, for hosts that limit the number of files. */
  readonly packed?: boolean;
}

/**
 * Lists all files of the index whose parts these are, in any order: a folder for each part, the script
 * that reads them, `parts.json`, which names the parts of each language, its words for proposals, and
 * `choices` (see `choice-files.ts`). Each part contains several programs: only that for the newest part
 * of each language is listed. Languages with many parts have a directory of words, which is made here.
 */
export async function listIndexFiles(
  made: readonly MadePart[],
  cache: IndexCache,
  { choices = new Map(), few, packed = false }: ListOptions = {},
): Promise<IndexFile[]> {
  if (made.length === 0) return [];
  const parts = made.toSorted(byPlace);
  const below = searchIndexAddress.slice(1);
  const seen = new Set<string>();
  const files: IndexFile[] = [];
  const list: Record<string, { name: string; tag: string; years: readonly number[] }[]> = {};
  for (const { name, language, years, folder, files: kept } of parts) {
    const program = seen.has(language) ? '' : await programOf(join(folder, entry), language);
    const own: PackedFile[] = [];
    let tag = '';
    for (const { file, sha256, size } of kept) {
      const from = join(folder, file);
      if (file === entry) tag = sha256.slice(0, 8);
      if (file === wordFile) continue;
      if (file === program) files.push({ file: `${below}${name}/${file}`, from, sha256, size });
      else if (file !== reader && !file.startsWith('wasm.'))
        own.push({ file, from, sha256, size });
      else if (file === reader && seen.size === 0)
        files.push({ file: below + file, from, sha256, size });
    }
    files.push(...(await placed(`${below}${name}`, own, packed)));
    seen.add(language);
    list[language] ??= [];
    list[language].push({ name, tag, years });
  }
  const directories: Record<string, string> = {};
  const listed: IndexFile[] = [];
  const byLanguage = Map.groupBy(parts, ({ language }) => language);
  for (const own of byLanguage.values()) {
    const directory = await makeDirectory(own, cache, few);
    if (directory === undefined) continue;
    const { language, folder, files: kept } = directory;
    const files = kept.map((facts) => ({ ...facts, from: join(folder, facts.file) }));
    listed.push(...(await placed(`${below}${language}-words`, files, packed)));
    for (const { file, sha256 } of kept)
      if (file === entry) directories[language] = sha256.slice(0, 8);
  }
  return [
    ...files,
    ...listed,
    // No language has a name as long as this.
    toFile(`${below}parts.json`, {
      ...list,
      ...(Object.keys(directories).length > 0 ? { directories } : {}),
      ...(packed ? { isPacked: true } : {}),
    }),
    ...[...choices].map(([file, list]) => toFile(below + file, list)),
    ...[...byLanguage].map(([language, own]) =>
      toFile(`${below}words-${language}.json`, listKnownWords(own.map(({ words }) => words))),
    ),
  ];
}

/** The files of a part: each in its folder, or one with all of them. */
async function placed(
  folder: string,
  files: readonly PackedFile[],
  packed: boolean,
): Promise<IndexFile[]> {
  if (packed) return [{ file: `${folder}.pack`, ...(await toPack(files)) }];
  return files.map((one) => ({ ...one, file: `${folder}/${one.file}` }));
}

/** By language, and from new to old: names begin with the language and the first day. */
function byPlace(one: MadePart, other: MadePart): number {
  return compareText(one.language, other.language) || compareText(other.name, one.name);
}

function toFile(file: string, value: unknown): IndexFile {
  const content = `${JSON.stringify(value)}\n`;
  const size = Buffer.byteLength(content);
  return { file, content, sha256: hash('sha256', content), size };
}

async function programOf(file: string, language: string): Promise<string> {
  // The cache has checked the hash of the file.
  const { languages } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
  };
  return `wasm.${languages[language]?.wasm ?? 'unknown'}.pagefind`;
}
