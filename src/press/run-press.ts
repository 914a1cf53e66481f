import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Article } from '../content/article/article.ts';
import type { Settings } from '../content/settings/settings.ts';
import type { OutputPart } from '../hosting/output/output-folders.ts';
import { loadRendered } from '../newsroom/content-store.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import { createChoiceFiles } from '../outputs/search/choice-files.ts';
import { listIndexFiles } from '../outputs/search/list-index-files.ts';
import { findParts, makeParts, removeOtherParts } from '../outputs/search/make-parts.ts';
import { planIndex } from '../outputs/search/plan-index.ts';
import { createSearchRecords } from '../outputs/search/search-record.ts';
import {
  formatCardProblems,
  formatMissingFonts,
  type LoadCardsOptions,
  type LoadedCards,
  loadCards,
} from '../outputs/share-card/load-cards.ts';
import { toSite } from '../publication/edition/check-references.ts';
import type { Publication } from '../publication/edition/publication.ts';
import { transcriptsOf } from '../publication/view/clip-view.ts';
import { createInputCollector } from '../publication/view/collect-inputs.ts';
import type { FolderScan } from '../system/cache/scan-folder.ts';
import { peakMemory } from '../system/processes/process-usage.ts';
import { type Recorded, recordTerminal } from '../system/terminal/record-terminal.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { loadCodeBundle } from './code-bundle.ts';
import { gatherSite } from './gather-site.ts';
import { refuseEmpty, reportLostAddresses } from './last-output.ts';
import { ledgerOf, sumOf } from './ledger.ts';
import { cardSheets, indexSheets, planSheets } from './plan-sheets.ts';
import { hostSheets, type PrintedSite, printSheets, writeHostFiles } from './print-site.ts';
import { reportTheme } from './report-theme.ts';
import type { Sheet } from './sheet.ts';
import { createPolicy, createSheetSources, toHostedSite } from './sheet-sources.ts';

export interface PressOptions {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** Where new files are written: an absolute path. */
  readonly folder: string;
  /** The previous output, which need not exist: an absolute path. */
  readonly out: string;
  /** The folder of this publication in the cache: a path below `CACHE_DIR`. */
  readonly publicationCache: string;
  /** Called for each file of the previous output that is kept. */
  readonly keep: (part: OutputPart, file: string) => void;
  /** The state of the previous output. */
  readonly scan: Promise<FolderScan>;
  /** Whether to print all files, changed or not. */
  readonly force: boolean;
  /** Whether to ignore what the last build kept, since a part of the cache was lost. */
  readonly fresh: boolean;
  /** The file whose reason for being printed is wanted. */
  readonly why?: string;
}

export interface PressResult extends PrintedSite {
  readonly publication: Publication;
  /** The absolute path of the theme's folder. */
  readonly theme?: string;
  /** Milliseconds since 1970: when a build of the same content would first differ. */
  readonly until: number;
  /** Bytes: the sum of the peaks of all processes of the build. */
  readonly peakMemory: number;
  /** What the build reported about the content. */
  readonly recorded: readonly Recorded[];
}

/**
 * Builds a site: reads the content folder, plans every output file, prints those that have changed,
 * and adds configuration files for hosts.
 *
 * @throws {Error} where the content or the theme has an error or the build fails. `isLostFromCache` recognises the
 *   error where the cache was deleted or damaged meanwhile
 */
export async function runPress(options: PressOptions): Promise<PressResult> {
  const { result, recorded } = await recordTerminal(() =>
    printSite(options).catch((error) => {
      throw reportTheme(error);
    }),
  );
  // Not recorded: only the build that loses an address reports it.
  await reportLostAddresses(result.publication, previousOf(options));
  return { ...result, peakMemory: peakMemory(), recorded };
}

/** Up to this many parts of the search index are made while pages are printed. */
const fewParts = 2;

/** The number of sheets to plan, in some milliseconds, before other tasks have a turn. */
const sheetsPerTurn = 200;

async function printSite(
  options: PressOptions,
): Promise<Omit<PressResult, 'recorded' | 'peakMemory'>> {
  const { root, settings, folder, out, publicationCache, keep, force, fresh } = options;
  const cacheDir = resolve(root, settings.cacheDir);
  const contentDir = resolve(root, settings.contentDir);
  const folders = { contentDir, cacheDir };

  const { loaded, until } = await timed(
    'Articles',
    () => gatherSite(options),
    ({ read, kept }) => ({ read, kept }),
  );
  const { publication } = loaded;
  if (!settings.allowEmpty) await refuseEmpty(publication, previousOf(options));

  const code = await timed('Templates', () =>
    loadCodeBundle({ cacheDir, basePath: settings.basePath, theme: loaded.theme }),
  );
  const { cards, files } = await timed(
    'Share cards',
    () => drawCards(loaded, { ...folders, publicationCache, fresh }),
    ({ drawn, kept }) => ({ drawn, kept }),
  );
  const parts = planIndex(createSearchRecords(publication, transcriptsIn(loaded)));
  const cache = { cacheDir, publicationCache };
  await removeOtherParts(parts, cache);
  const { kept, lost } = await findParts(parts, cache);
  const bodyOf = async (key: string) => loadRendered(cacheDir, key).html.join('');
  const making = timed(
    'Parts of the search index',
    async () =>
      listIndexFiles(
        [...kept, ...(await makeParts(lost, cache, bodyOf))],
        createChoiceFiles(publication),
      ),
    () => ({ made: lost.length, kept: kept.length }),
  );
  // Many parts would need too much memory while pages are printed.
  if (lost.length > fewParts) await making;
  making.catch(() => {});

  const policy = createPolicy(loaded, code.scripts, code.styles);
  const site = createSheetSources(loaded, { code, policy, cards });
  const hosted = toHostedSite(site, policy);
  const printed = await timed(
    'Files',
    () =>
      printSheets(
        chain(
          planSheets(site, folders),
          cardSheets(files, cacheDir),
          hostSheets(hosted),
          async () => indexSheets(await making),
        ),
        {
          ...{ folder, out, contentDir, cacheDir, keep, view: site.view, force },
          why: options.why,
          scan: options.scan,
          ledger: ledgerOf(publicationCache),
          templates: code.templates,
          theme: loaded.theme,
          precompress: hosted.precompress,
        },
      ),
    ({ counts }) => ({
      printed: sumOf(counts.printed),
      kept: sumOf(counts.kept),
      removed: sumOf(counts.removed),
    }),
    // Where printing fails, the build ends only after the indexer has.
  ).finally(() => making.catch(() => undefined));
  writeHostFiles(hosted, printed.ledger, { folder, out, keep });
  return { ...printed, publication, theme: loaded.theme?.folder, until };
}

/** Finds the words of the clips of an article. */
function transcriptsIn({ publication, assets }: LoadedSite): (article: Article) => string[] {
  const { textOf } = createInputCollector({ publication, assets });
  const { languages } = publication.settings;
  return (article) =>
    article.clips.length === 0 ? [] : transcriptsOf(textOf(article), languages);
}

function previousOf({ out, settings }: PressOptions) {
  return { out, outDir: resolve(settings.outDir) };
}

/** Draws share cards, if the URL of the site is known: links to cards are absolute. */
async function drawCards(
  { publication, assets, logo, settings }: LoadedSite,
  options: Omit<LoadCardsOptions, 'articles'>,
): Promise<Omit<LoadedCards, 'problems' | 'missingFonts'>> {
  if ((settings.siteUrl ?? publication.settings.url) === undefined)
    return { cards: new Map(), files: new Map(), drawn: 0, kept: 0 };
  const { problems, missingFonts, ...loaded } = await loadCards(
    { publication, site: toSite(publication), assets, logo: logo?.name },
    { ...options, articles: publication.settings.extras.includes('card') },
  );
  for (const line of [...formatMissingFonts(missingFonts), ...formatCardProblems(problems)])
    terminal().warn(line);
  return loaded;
}

/** Joins lists of sheets, and gives other tasks a turn in between. */
async function* chain(
  ...lists: (Iterable<Sheet> | (() => Promise<Iterable<Sheet>>))[]
): AsyncGenerator<Sheet> {
  let count = 0;
  for (const list of lists)
    for (const sheet of typeof list === 'function' ? await list() : list) {
      count += 1;
      if (count % sheetsPerTurn === 0) await setImmediate();
      yield sheet;
    }
}

/**
 * Shows a stage of the build while it runs, and then its counts and its time: `Files: 12 printed,
 * 840 kept, 2.4 s`. Counts of zero are omitted, except the first.
 */
async function timed<T>(
  stage: string,
  work: () => Promise<T>,
  countsOf: (result: T) => Readonly<Record<string, number>> = () => ({}),
): Promise<T> {
  const started = performance.now();
  terminal().progress(stage);
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = Object.entries(countsOf(result)).flatMap(([verb, count], index) =>
    count > 0 || index === 0 ? [`${count} ${verb}`] : [],
  );
  terminal().stage(`${stage}: ${[...counts, `${seconds} s`].join(', ')}`);
  return result;
}
