import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchRecord } from './search-record.ts';
import { toSearchHtml } from './to-search-html.ts';

/** A part that a child process indexes. */
export interface IndexJob {
  readonly name: string;
  readonly records: readonly SearchRecord[];
  /** Their rendered texts, in the same order. */
  readonly bodies: readonly string[];
  /** Where its files go: absolute. */
  readonly folder: string;
}

/** Texts that are at the indexer at one time. */
const atOnce = 100;

/** Parts of a text that are no words of it: marks of notes, and the ways back from them. */
const excluded = ['.footnote-ref', '.footnote-back'];

/** What the indexer writes for interfaces of its own: the search page has another. */
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
 * Writes the search index of a part into its folder, which need not exist. Pagefind numbers texts as
 * they come: same records in the same order, same bytes. Its service is started for the first part
 * and ends with this process: it reads one message after the other, also those of several indexes.
 *
 * @throws {Error} when the indexer does not run, or refuses a text
 */
export async function indexRecords({ name, records, bodies, folder }: IndexJob): Promise<void> {
  const pagefind = await import('pagefind').catch(explain);
  const { index, errors } = await pagefind
    .createIndex({ excludeSelectors: excluded })
    .catch(explain);
  refuse(errors);
  if (index === undefined) throw new Error('the search index could not be begun');
  for (let from = 0; from < records.length; from += atOnce) {
    const pages = records.slice(from, from + atOnce).map((record, offset) => ({
      url: record.address,
      content: toSearchHtml(record, bodies[from + offset] ?? '', name),
    }));
    const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
    refuse(added.flatMap(({ errors }) => errors));
  }
  refuse((await index.writeFiles({ outputPath: folder })).errors);
  await index.deleteIndex();
  for (const file of unused) await rm(join(folder, file), { force: true });
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index: ${errors.join('; ')}`);
}

function explain(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(
    `the search index could not be made: ${reason}\nRun npm ci, or leave "search" out of "extras" in publication.yaml.`,
  );
}
