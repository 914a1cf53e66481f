import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadChinese } from '../../language/chinese-forms.ts';
import type { SearchRecord } from './search-record.ts';
import { fileMark, splitChunks } from './split-chunks.ts';
import { learnCompounds } from './split-compounds.ts';
import { toSearchHtml } from './to-search-html.ts';
import { writeWordList } from './word-list.ts';

/** A part to index, as it is sent to a child process. */
export interface IndexJob {
  readonly name: string;
  readonly records: readonly SearchRecord[];
  /** The rendered texts of the records, in the same order. */
  readonly bodies: readonly string[];
  /** The folder for the files of the index: an absolute path. */
  readonly folder: string;
}

/** How many texts are sent to the indexer at once. */
const batchSize = 100;

/** Elements that are not indexed: marks of footnotes, and pull quotes that repeat the text. */
const excluded = ['.footnote-ref', '.footnote-back', 'aside[aria-hidden="true"]'];

/** Files of Pagefind's own interface, which the search page does not use. */
const unused = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
  'pagefind-worker.js',
];

/**
 * Writes the search index of a part into its folder, which need not exist. Pagefind numbers texts in
 * the order of arrival, so that the same records in the same order give the same bytes. Its service
 * starts with the first part and ends with this process.
 *
 * @throws {Error} where the indexer does not start, or rejects a text
 */
export async function indexRecords({ records, bodies, folder }: IndexJob): Promise<void> {
  const pagefind = await import('pagefind').catch(explain);
  const { index, errors } = await pagefind
    .createIndex({ excludeSelectors: excluded })
    .catch(explain);
  throwErrors(errors);
  const language = records[0]?.language ?? '';
  await loadChinese(language);
  const words = records.map(({ headline, standfirst = '' }) => `${headline} ${standfirst}`);
  const split = learnCompounds([...words, ...bodies], language);
  if (index === undefined) throw new Error('the search index could not be created');
  for (let from = 0; from < records.length; from += batchSize) {
    const pages = records.slice(from, from + batchSize).map((record, offset) => ({
      url: record.address,
      content: toSearchHtml(record, bodies[from + offset] ?? '', split),
    }));
    const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
    throwErrors(added.flatMap(({ errors }) => errors));
  }
  throwErrors((await index.writeFiles({ outputPath: folder })).errors);
  await index.deleteIndex();
  for (const file of unused) await rm(join(folder, file), { force: true });
  await openFetch(join(folder, 'pagefind.js'));
  await slimFragments(join(folder, 'fragment'));
  await splitChunks(folder);
  await writeWordList(folder, records);
}

/** Lets the search page decide how the script of Pagefind loads files: see `open-index.ts`. */
const ownFetch =
  'let fetch=(...all)=>globalThis.fetch(...all);export const setFetch=(own)=>{fetch=own};\n';

async function openFetch(script: string): Promise<void> {
  await writeFile(script, ownFetch + (await readFile(script, 'utf8')));
}

/** A file of the index about one article, after its mark. */
interface Fragment {
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly element: string; readonly text?: string }[];
}

/**
 * Removes from the file of each article what a result does not show: the words that only find it, which
 * are in the index itself, and the beginnings of paragraphs, which are in its text. A query loads ten.
 */
async function slimFragments(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const text = gunzipSync(await readFile(file)).toString();
    const fragment = JSON.parse(text.slice(fileMark.length)) as Fragment;
    const { forms: _, listings: __, words: ___, ...meta } = fragment.meta;
    const anchors = fragment.anchors.map(({ text, ...anchor }) =>
      /^h\d$/u.test(anchor.element) ? { ...anchor, text } : anchor,
    );
    const slim = fileMark + JSON.stringify({ ...fragment, meta, anchors });
    await writeFile(file, gzipSync(slim));
  }
}

function throwErrors(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index: ${errors.join('; ')}`);
}

function explain(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(
    `the search index could not be made: ${reason}\nInstall the packages again (npm ci), or remove "search" from "extras" in publication.yaml.`,
  );
}
