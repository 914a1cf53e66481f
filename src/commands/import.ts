import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { parseWrittenDate } from '../content/article/news-date.ts';
import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import type { ImportOptions } from '../import/draft.ts';
import { createImportReport } from '../import/import-report.ts';
import { importSources } from '../import/import-sources.ts';
import { listSources } from '../import/list-sources.ts';
import { wholeAddress } from '../import/web-address.ts';
import { openImportFolder } from '../import/write/import-folder.ts';
import type { GivenOptions } from '../import/write/ledger.ts';
import { defaultPublication, readPublication } from '../newsroom/read-publication.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { toPrintableLine } from '../system/problems/printable.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { mustBeFolder } from './check-folders.ts';
import { callOf, commandTable, type OptionsOf } from './command-table.ts';
import { CommandError, parseLanguage } from './parse-command.ts';
import { type CommandRun, runCommand } from './run-command.ts';

async function importAll({
  settings,
  options: given,
  operands: sources,
}: CommandRun<'import'>): Promise<void> {
  checkArguments(given, sources);
  const { title, date, base, force = false, strict = false, json = false } = given;
  const { 'dry-run': dryRun = false, 'allow-private': allowPrivate = false } = given;
  const lang = given.lang && parseLanguage('import', given.lang);
  if (given.to === undefined) mustBeFolder(settings.contentDir);
  const to = given.to ?? settings.contentDir;
  const { publication, root } = await loadPublication(to);
  const { items, skipped: passedOver } = await listSources(sources).catch((error: Error) => {
    throw new CommandError(`import: ${error.message}`);
  });
  if (items.length === 0) {
    const found = 'import: found no text, HTML, Markdown or feed there';
    throw new CommandError([found, ...passedOver.map(toPrintableLine)].join('\n'));
  }
  if (title !== undefined && items.length > 1)
    throw new CommandError(`import: --title is for one source, and there are ${items.length}`);
  const url = settings.siteUrl ?? publication.url;
  const site = { publication, url, basePath: settings.basePath, now: settings.now };
  const folder = await openImportFolder(to, { ...site, force, dryRun });
  const remembered: GivenOptions = {
    ...(title && { title }),
    ...(lang && { lang }),
    ...(date && { date }),
    ...(base && { base }),
  };
  const options: ImportOptions = {
    pictures: given.pictures ?? false,
    timeZone: publication.timeZone,
    languages: publication.languages,
    now: settings.now,
    hasPages: root === resolve(to) && !root.startsWith(resolve(settings.contentDir) + sep),
    ...remembered,
  };
  for (const sentence of passedOver)
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
    const target = { folder, site, allowPrivate };
    for await (const event of importSources(items, options, target)) {
      if (event.kind === 'result') report.add(event.result);
      else report.step();
      if (stopped) break;
    }
  } finally {
    await folder.save();
  }
  const { failed } = report.close(stopped);
  if (stopped) process.exitCode = 130;
  else if (failed) process.exitCode = 1;
}

/** @throws {CommandError} for a wrong argument */
function checkArguments(given: OptionsOf<'import'>, sources: readonly string[]): void {
  const { title, lang, date, base, to } = given;
  for (const [name, value] of Object.entries({ title, lang, date, base, to }))
    if (value?.trim() === '') throw new CommandError(`import: --${name} is empty`);
  if (sources.length === 0)
    throw new CommandError(
      `import: expected something to import, as in: ${callOf('import')} -- ${commandTable.import.operands}`,
    );
  const scheme = sources.find((item) => /^(?!https?:)[a-z][a-z+.-]+:\/\//iu.test(item));
  if (scheme !== undefined)
    throw new CommandError(`import: expected an address with http or https, got ${scheme}`);
  if (title !== undefined && sources.length > 1)
    throw new CommandError('import: --title is for one source; import them one by one');
  if (date !== undefined && parseWrittenDate(date) === undefined)
    throw new CommandError(
      `import: --date: expected a date such as 2026-01-06 or 2026-01-06T18:30+09:00, got ${JSON.stringify(date)}`,
    );
  if (base !== undefined && wholeAddress(base, undefined) === undefined)
    throw new CommandError(
      `import: --base: expected an address such as https://old.example/, got ${JSON.stringify(base)}`,
    );
}

/**
 * The settings of the publication that copies are for: those of their folder or of one above it,
 * since a folder of copies may be anywhere in a content folder. `root` is the folder with settings,
 * else that of the copies.
 */
async function loadPublication(
  to: string,
): Promise<{ publication: PublicationSettings; root: string }> {
  const start = resolve(to);
  for (let folder = start; ; folder = dirname(folder)) {
    const shown = relative('', folder) || '.';
    if (existsSync(join(folder, 'publication.yaml'))) {
      const { publication, problems } = await readPublication(folder, shown);
      if (publication) return { publication, root: folder };
      throw new CommandError(problems.map(formatProblem).join('\n'));
    }
    if (dirname(folder) === folder)
      return { publication: defaultPublication(basename(start)), root: start };
  }
}

await runCommand('import', importAll, { ownJson: true });
