import { rmSync } from 'node:fs';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { type IndexFile, listIndexFiles } from '../../src/outputs/search/list-index-files.ts';
import { findParts, makeParts } from '../../src/outputs/search/make-parts.ts';
import { planIndex } from '../../src/outputs/search/plan-index.ts';
import { makeWorkbench } from '../make-workbench.ts';
import { runMeasured } from '../measure/run-measured.ts';
import { formatTable } from '../report/format-table.ts';
import { buildCommand } from '../tools/dateline.ts';
import { measureQueries, type QueryCost } from './measure-queries.ts';
import { newsRecords, newsText } from './news-records.ts';
import type { SearchLanguage } from './news-words.ts';
import type { SearchOptions } from './parse-search-options.ts';

/**
 * Makes the search index of a large archive without its pages, and prints what it costs, and what a
 * search loads, by kind of query. Each search is that of a reader who comes for the first time.
 */
export async function runSearch({ articles, languages, json }: SearchOptions): Promise<void> {
  const workbench = await makeWorkbench(articles * languages.length);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  process.once('exit', () => rmSync(workbench, { recursive: true, force: true }));
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, Node ${process.versions.node}`;
  console.log(`${machine}, load ${loadavg()[0]?.toFixed(1)}, in ${workbench}`);
  const outDir = await buildSite(workbench, languages);
  const indexes = [];
  for (const language of languages) {
    const started = performance.now();
    const files = await makeIndex(join(workbench, 'index'), language, articles);
    const seconds = (performance.now() - started) / 1000;
    for (const file of files) await place(outDir, file);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const peakMegabytes = process.resourceUsage().maxRSS / 1000;
    indexes.push({ language, seconds, peakMegabytes, files: files.length, bytes });
    console.log(
      `${articles} articles in ${language}: ${seconds.toFixed(0)} s, ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB; peak ${peakMegabytes.toFixed(0)} MB without the indexer`,
    );
    const costs = await measureQueries(outDir, language, articles);
    console.log(`\n${formatCosts(costs)}\n`);
    if (json !== undefined)
      await writeFile(
        json,
        `${JSON.stringify({ machine, articles, indexes, costs }, undefined, 2)}\n`,
      );
  }
  await rm(workbench, { recursive: true, force: true });
}

/** Builds a site with a search page for each language. */
async function buildSite(
  workbench: string,
  languages: readonly SearchLanguage[],
): Promise<string> {
  const contentDir = join(workbench, 'content');
  const outDir = join(workbench, 'dist');
  await mkdir(contentDir);
  await writeFile(
    join(contentDir, 'publication.yaml'),
    `name: Bench\nlanguages: [${languages.join(', ')}]\n`,
  );
  for (const language of languages)
    await writeFile(
      join(contentDir, `a.${language}.md`),
      '---\ntitle: A\ndate: 2026-01-06\n---\n\nText.\n',
    );
  await runMeasured(buildCommand({ CONTENT_DIR: contentDir, OUT_DIR: outDir }, workbench));
  await rm(join(outDir, 'search/files'), { recursive: true });
  return outDir;
}

async function makeIndex(
  cacheDir: string,
  language: SearchLanguage,
  articles: number,
): Promise<IndexFile[]> {
  const cache = { cacheDir, publicationCache: language };
  const { lost } = await findParts(planIndex([...newsRecords(language, articles)]), cache);
  return listIndexFiles(await makeParts(lost, cache, async (key) => newsText(key)), cache);
}

async function place(outDir: string, file: IndexFile): Promise<void> {
  const target = join(outDir, file.file);
  await mkdir(dirname(target), { recursive: true });
  await rm(target, { force: true });
  if ('from' in file) await link(file.from, target);
  else if ('content' in file) await writeFile(target, file.content);
}

function formatCosts(costs: readonly QueryCost[]): string {
  const rows = costs.map(({ kind, query, status, bytes, requests, milliseconds }) => [
    `${kind}: ${query}`,
    status,
    (bytes / 1000).toFixed(0),
    `${requests}`,
    milliseconds.toFixed(0),
  ]);
  return formatTable(['query', 'answer', 'kB', 'requests', 'ms'], rows, 2);
}
