import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PagefindIndex } from 'pagefind';
import { terminal } from '../terminal/terminal.ts';
import type { SearchRecord } from './search-record.ts';
import { toSearchHtml } from './to-search-html.ts';

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
 * Writes the search index of these articles into a folder, which need not exist. Pagefind numbers
 * texts as they come: same records in the same order, same bytes.
 *
 * @param bodyOf the rendered text by its key
 * @param part the name of the part of the index that they are
 * @throws {Error} when the indexer does not run, or refuses a text
 */
export async function indexRecords(
  records: readonly SearchRecord[],
  bodyOf: (key: string) => Promise<string>,
  { folder, part }: { readonly folder: string; readonly part: string },
): Promise<void> {
  const pagefind = await import('pagefind').catch(explain);
  try {
    const { index, errors } = await pagefind
      .createIndex({ excludeSelectors: excluded })
      .catch(explain);
    refuse(errors);
    if (index === undefined) throw new Error('the search index could not be begun');
    for (let from = 0; from < records.length; from += atOnce) {
      await addRecords(index, records.slice(from, from + atOnce), bodyOf, part);
      const done = Math.min(from + atOnce, records.length);
      terminal().progress('Articles indexed', { done, total: records.length });
    }
    refuse((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await pagefind.close();
  }
  for (const name of unused) await rm(join(folder, name), { force: true });
}

async function addRecords(
  index: PagefindIndex,
  records: readonly SearchRecord[],
  bodyOf: (key: string) => Promise<string>,
  part: string,
): Promise<void> {
  const pages = await Promise.all(
    records.map(async (record) => ({
      url: record.address,
      content: toSearchHtml(record, await bodyOf(record.body), part),
    })),
  );
  const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
  refuse(added.flatMap(({ errors }) => errors));
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
