import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../content/settings/settings.ts';
import type { Part } from '../hosting/output-folders.ts';
import { openContentStore } from '../newsroom/content-store.ts';
import { gatherContent } from '../newsroom/gather-content.ts';
import { type LoadedSite, toLoadedSite } from '../newsroom/loaded-site.ts';
import { loadRendered } from '../newsroom/rendered-store.ts';
import { reportGathered } from '../newsroom/report-gathered.ts';
import { type IndexFile, planIndex } from '../outputs/search/make-index.ts';
import { createSearchRecords } from '../outputs/search/search-record.ts';
import { formatCardProblems } from '../outputs/share-card/card-problem.ts';
import { cardPath } from '../outputs/share-card/card-store.ts';
import {
  type LoadCardsOptions,
  type LoadedCards,
  loadCards,
} from '../outputs/share-card/load-cards.ts';
import { toSite } from '../publication/edition/check-references.ts';
import type { Publication } from '../publication/edition/publication.ts';
import type { FolderScan } from '../system/cache/scan-folder.ts';
import { peakMemory } from '../system/processes/process-usage.ts';
import { type Recorded, recordTerminal } from '../system/terminal/record-terminal.ts';
import { terminal } from '../system/terminal/terminal.ts';

import { loadCodeBundle } from './code-bundle.ts';
import { createPolicy, createSite, toHostedSite } from './create-site.ts';
import { refuseEmpty, reportLostAddresses } from './last-output.ts';
import { ledgerOf, sumOf } from './ledger.ts';
import { nextChange } from './next-change.ts';
import { planSheets } from './plan-sheets.ts';
import { hostSheets, type PrintedSite, printSheets, writeHostFiles } from './print-site.ts';
import type { Sheet } from './sheet.ts';

export interface PressOptions {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** Where new files are written; absolute, as all paths here. */
  readonly folder: string;
  /** The previous output; need not exist. */
  readonly out: string;
  /** The part of the cache for this publication alone, as a path below `CACHE_DIR`. */
  readonly own: string;
  /** Called with each file of the previous output that stays. */
  readonly keep: (part: Part, file: string) => void;
  /** How the previous output looks. */
  readonly scan: Promise<FolderScan>;
  /** Whether all files are printed, changed or not. */
  readonly force: boolean;
  /** Whether what the last build kept is not relied on, since a part of the cache was lost. */
  readonly fresh: boolean;
  /** The file of which it is asked why it was printed. */
  readonly why?: string;
}

export interface PressResult extends PrintedSite {
  readonly publication: Publication;
  /** Milliseconds since 1970: when a build of the same content would first differ. */
  readonly until: number;
  /** Bytes that all processes of the build had together. */
  readonly peakMemory: number;
  /** What was said of the content. */
  readonly recorded: readonly Recorded[];
}

/**
 * Makes a site of a content folder: gathers the copies, makes a publication of them, plans every
 * file, prints those that change, and adds what hosts need.
 *
 * @throws {Error} where an article has an error, or the site cannot be made; one of `isLostFromCache`
 *   where the cache was deleted or damaged meanwhile
 */
export async function runPress(options: PressOptions): Promise<PressResult> {
  const { result, recorded } = await recordTerminal(() => printSite(options));
  // What is lost is reported by the build that loses it.
  await reportLostAddresses(result.publication, previousOf(options));
  return { ...result, peakMemory: peakMemory(), recorded };
}

/** Parts of the search index that are made while pages are printed. */
const fewParts = 2;

/** Sheets that are planned without a break: some milliseconds. */
const sheetsPerTurn = 200;

async function printSite(
  options: PressOptions,
): Promise<Omit<PressResult, 'recorded' | 'peakMemory'>> {
  const { root, settings, folder, out, own, keep, force, fresh } = options;
  const cacheDir = resolve(root, settings.cacheDir);
  const contentDir = resolve(root, settings.contentDir);
  const folders = { root, contentDir, cacheDir };

  const { loaded, until } = await timed(
    'Articles',
    () => gather(options),
    ({ read, kept }) => ({ read, kept }),
  );
  const { publication } = loaded;
  if (!settings.allowEmpty) await refuseEmpty(publication, previousOf(options));

  const code = await timed('Templates', () =>
    loadCodeBundle({ root, cacheDir, basePath: settings.basePath }),
  );
  const { cards, files } = await timed(
    'Share cards',
    () => drawCards(loaded, { ...folders, own, fresh }),
    ({ drawn, kept }) => ({ drawn, kept }),
  );
  const index = await planIndex({
    records: createSearchRecords(publication),
    bodyOf: async (key) => loadRendered(cacheDir, key).html.join(''),
    ...{ root, cacheDir, own },
  });
  const making = timed('Parts of the search index', index.make, () => ({
    made: index.lost,
    kept: index.kept,
  }));
  // Few parts are made while pages are printed; many would take too much memory beside them.
  if (index.lost > fewParts) await making;
  making.catch(() => {});

  const policy = createPolicy(loaded, code.scripts, code.styles);
  const site = createSite(loaded, { code, policy, cards });
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
          ...{ root, folder, out, contentDir, cacheDir, keep, view: site.view, force },
          ...(options.why === undefined ? {} : { why: options.why }),
          scan: options.scan,
          ledger: ledgerOf(own),
          templates: code.templates,
          precompress: hosted.precompress,
        },
      ),
    ({ counts }) => ({
      printed: sumOf(counts.printed),
      kept: sumOf(counts.kept),
      removed: sumOf(counts.removed),
    }),
    // Where printing fails, nothing is at work any more when the build ends.
  ).finally(() => making.catch(() => undefined));
  writeHostFiles(hosted, printed.ledger, { folder, out, keep });
  return { ...printed, publication, until };
}

function previousOf({ out, settings }: PressOptions) {
  return { out, outDir: resolve(settings.outDir) };
}

/** Reads the content folder. Copies that have not changed since the last build are not read again. */
async function gather({
  root,
  settings,
  own,
  fresh,
}: PressOptions): Promise<{ loaded: LoadedSite; until: number; read: number; kept: number }> {
  const cacheDir = resolve(root, settings.cacheDir);
  const store = openContentStore(cacheDir, `${own}/copies`);
  const gathered = await gatherContent({
    ...{ root, settings },
    drafts: false,
    earlier: fresh ? () => undefined : store.earlier,
  });
  reportGathered(gathered, { skipInvalid: settings.skipInvalid });
  if (settings.siteUrl === undefined && gathered.published.settings.url === undefined)
    terminal().warn(noAddress);
  // A file that was touched is read, and is what it was.
  const kept = gathered.read.filter(
    ({ copy }) => store.earlier(copy.path)?.copy === copy,
  ).length;
  await store.keep(gathered.read);
  return {
    loaded: toLoadedSite(gathered, settings),
    until: nextChange(gathered, settings.now),
    read: gathered.read.length - kept,
    kept,
  };
}

const noAddress =
  'warning: the address of the site is not known, so feeds, sitemaps and canonical links are left out; set `url:` in publication.yaml or SITE_URL';

/** The share cards, where a link can show them: their addresses are absolute. */
async function drawCards(
  { publication, assets, logo, settings }: LoadedSite,
  options: Omit<LoadCardsOptions, 'articles'>,
): Promise<Omit<LoadedCards, 'problems'>> {
  if ((settings.siteUrl ?? publication.settings.url) === undefined)
    return { cards: new Map(), files: new Map(), drawn: 0, kept: 0 };
  const { problems, ...loaded } = await loadCards(
    { publication, site: toSite(publication), assets, ...(logo ? { logo: logo.name } : {}) },
    { ...options, articles: publication.settings.extras.includes('card') },
  );
  for (const line of formatCardProblems(problems)) terminal().warn(line);
  return loaded;
}

function* cardSheets(files: ReadonlyMap<string, string>, cacheDir: string): Generator<Sheet> {
  for (const [name, sha256] of files)
    yield {
      file: `assets/${name}`,
      kind: 'card',
      inputs: () => name,
      recipe: () => ({ form: 'file', path: cardPath(cacheDir, name), sha256 }),
    };
}

function* indexSheets(files: readonly IndexFile[]): Generator<Sheet> {
  for (const item of files)
    yield {
      file: item.file,
      kind: 'search',
      inputs: () => item.sha256,
      recipe: () =>
        'from' in item
          ? { form: 'file', path: item.from, sha256: item.sha256 }
          : { form: 'bytes', bytes: item.content },
    };
}

/** Sheets one by one; what else is going on has a turn in between. */
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
 * Shows what is being done, and then what was done and how long it took: `Files: 12 printed, 840 kept,
 * 2.4 s`. Counts of zero are left out, except the first.
 */
async function timed<T>(
  what: string,
  work: () => Promise<T>,
  done: (result: T) => Readonly<Record<string, number>> = () => ({}),
): Promise<T> {
  const started = performance.now();
  terminal().progress(what);
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = Object.entries(done(result)).flatMap(([verb, count], index) =>
    count > 0 || index === 0 ? [`${count} ${verb}`] : [],
  );
  terminal().stage(`${what}: ${[...counts, `${seconds} s`].join(', ')}`);
  return result;
}
