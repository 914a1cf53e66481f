import { resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import type { OutputPart } from '../hosting/output/output-folders.ts';
import { loadRendered } from '../newsroom/content-store.ts';
import { listIndexFiles } from '../outputs/search/list-index-files.ts';
import { findParts, makeParts, removeOtherParts } from '../outputs/search/make-parts.ts';
import type { Publication } from '../publication/edition/publication.ts';
import type { FolderScan } from '../system/cache/scan-folder.ts';
import { peakMemory } from '../system/processes/process-usage.ts';
import { type Recorded, recordTerminal } from '../system/terminal/record-terminal.ts';
import { gatherSite } from './gather-site.ts';
import { refuseEmpty, reportLostAddresses } from './last-output.ts';
import { ledgerOf, sumOf } from './ledger.ts';
import { indexSheets } from './plan-sheets.ts';
import { planSite, timed } from './plan-site.ts';
import { type PrintedSite, printSheets, writeHostFiles } from './print-site.ts';
import { reportTheme } from './report-theme.ts';

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
  reportLostAddresses(result.publication, previousOf(options));
  return { ...result, peakMemory: peakMemory(), recorded };
}

/** Up to this many parts of the search index are made while pages are printed. */
const fewParts = 2;

async function printSite(
  options: PressOptions,
): Promise<Omit<PressResult, 'recorded' | 'peakMemory'>> {
  const { root, settings, folder, out, publicationCache, keep, force, why } = options;
  const cacheDir = resolve(root, settings.cacheDir);
  const contentDir = resolve(root, settings.contentDir);

  const { loaded, until } = await timed(
    'Articles',
    () => gatherSite(options),
    ({ read, kept }) => ({ read, kept }),
  );
  const { publication } = loaded;
  if (!settings.allowEmpty) refuseEmpty(publication, previousOf(options));

  const { sheets, parts, choices, code, view, hosted } = await planSite(loaded, options);
  const cache = { cacheDir, publicationCache };
  await removeOtherParts(parts, cache);
  const { kept, lost } = await findParts(parts, cache);
  const bodyOf = async (key: string) => loadRendered(cacheDir, key).html.join('');
  const making = timed(
    'Parts of the search index',
    async () =>
      listIndexFiles([...kept, ...(await makeParts(lost, cache, bodyOf))], cache, {
        choices,
        packed: publication.settings.hosting.files === 'one',
      }),
    () => ({ made: lost.length, kept: kept.length }),
  );
  // Many parts would need too much memory while pages are printed.
  if (lost.length > fewParts) await making;
  making.catch(() => {});
  async function* all() {
    yield* sheets();
    yield* indexSheets(await making);
  }
  const printed = await timed(
    'Files',
    () =>
      printSheets(all(), {
        ...{ folder, out, contentDir, cacheDir, keep, view, force, why },
        scan: options.scan,
        ledger: ledgerOf(publicationCache),
        templates: code.templates,
        theme: loaded.theme,
        precompress: hosted.precompress,
      }),
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

function previousOf({ out, settings }: PressOptions) {
  return { out, outDir: resolve(settings.outDir) };
}
