import { toPrintableLine } from '../system/problems/printable.ts';
import { terminal } from '../system/terminal/terminal.ts';
import type { ImportOptions } from './draft.ts';
import { createImportReport } from './import-report.ts';
import { importSources } from './import-sources.ts';
import { listSources } from './list-sources.ts';
import { openImportFolder } from './write/import-folder.ts';
import type { GivenOptions } from './write/ledger.ts';
import type { TargetSite } from './write/prepare-draft.ts';

/** An import, as the command asks for it. */
export interface ImportRequest {
  /** Files, folders and URLs. */
  readonly sources: readonly string[];
  /** The target folder, which need not exist. */
  readonly to: string;
  readonly site: TargetSite;
  /** Whether a path below `to` is not content, such as a site that was built there. */
  readonly isLeftOut: (path: string) => boolean;
  /** Whether pages are written to `pages/`: true if `to` is a content folder itself. */
  readonly hasPages: boolean;
  /** Options that apply again when the same sources are imported again; only those with a value. */
  readonly remembered: GivenOptions;
  readonly pictures: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly allowPrivate: boolean;
}

/** Sources that cannot be imported as requested; the message gives the reason. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/**
 * The entry of this room: imports sources into a folder, and prints a report. Stops after the
 * current article on SIGINT and SIGTERM.
 *
 * @throws {ImportError} before anything is written
 */
export async function runImport(
  request: ImportRequest,
): Promise<'done' | 'failed' | 'stopped'> {
  const { sources, to, site, remembered, force, dryRun, strict, json, allowPrivate } = request;
  const { items, skipped } = await listSources(sources, {
    withAuthors: request.hasPages,
  }).catch((error: Error) => {
    throw new ImportError(error.message);
  });
  if (items.length === 0)
    throw new ImportError(
      ['found no text, HTML, Markdown or feed there', ...skipped.map(toPrintableLine)].join(
        '\n',
      ),
    );
  if (remembered.title !== undefined && items.length > 1)
    throw new ImportError(`--title is for one source, and there are ${items.length}`);
  const { isLeftOut } = request;
  const folder = await openImportFolder(to, { ...site, force, dryRun, isLeftOut });
  const options: ImportOptions = {
    pictures: request.pictures,
    timeZone: site.publication.timeZone,
    languages: site.publication.languages,
    now: site.now,
    hasPages: request.hasPages,
    ...remembered,
  };
  for (const sentence of skipped)
    if (json) console.log(JSON.stringify({ notImported: sentence }));
    else terminal().info(toPrintableLine(sentence));
  const report = createImportReport({ to, json, dryRun, strict, total: items.length });
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    for (const source of sources) folder.remember(source, remembered);
    for await (const event of importSources(items, options, { folder, site, allowPrivate })) {
      if (event.kind === 'result') report.add(event.result);
      else report.step();
      if (stopped) break;
    }
  } finally {
    await folder.save();
  }
  const { failed } = report.close(stopped);
  return stopped ? 'stopped' : failed ? 'failed' : 'done';
}
