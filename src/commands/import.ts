import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ImportOptions } from '../import/draft.ts';
import { createImportReport } from '../import/import-report.ts';
import { importSources } from '../import/import-sources.ts';
import { listSources } from '../import/list-sources.ts';
import { openCopyFolder } from '../import/write/copy-folder.ts';
import { rememberedOptions } from '../import/write/ledger.ts';
import { defaultPublication, readPublication } from '../newsroom/read-publication.ts';
import { formatProblem } from '../problems/format-problem.ts';
import { toPrintableLine } from '../problems/printable.ts';
import type { PublicationSettings } from '../publication/publication-settings.ts';
import { terminal } from '../terminal/terminal.ts';
import { CommandError } from './command-error.ts';
import { toImportArguments } from './import-options.ts';
import { mustBeFolder } from './must-be-folder.ts';
import { type CommandRun, runCommand } from './run-command.ts';

await runCommand('import', importAll, { ownJson: true });

async function importAll({ settings, ...all }: CommandRun): Promise<void> {
  const given = toImportArguments(all);
  if (given.to === undefined) mustBeFolder(settings.contentDir);
  const to = given.to ?? settings.contentDir;
  const { publication, root } = await loadPublication(to);
  const { force, dryRun, json, strict, allowPrivate } = given;
  const { items, passedOver } = await listSources(given.sources).catch((error: Error) => {
    throw new CommandError(`import: ${error.message}`);
  });
  if (items.length === 0) {
    const found = 'import: found no text, HTML, Markdown or feed there';
    throw new CommandError([found, ...passedOver.map(toPrintableLine)].join('\n'));
  }
  if (given.title !== undefined && items.length > 1)
    throw new CommandError(`import: --title is for one source, and there are ${items.length}`);
  const url = settings.siteUrl ?? publication.url;
  const site = { publication, url, basePath: settings.basePath, now: settings.now };
  const folder = await openCopyFolder(to, { ...site, force, dryRun });
  const remembered = Object.fromEntries(
    rememberedOptions.flatMap((name) =>
      given[name] === undefined ? [] : [[name, given[name]]],
    ),
  );
  const options: ImportOptions = {
    pictures: given.pictures,
    timeZone: publication.timeZone,
    languages: publication.languages,
    now: settings.now,
    hasPages: root === resolve(to) && !root.startsWith(resolve(settings.contentDir) + sep),
    ...remembered,
  };
  for (const sentence of passedOver)
    if (json) console.log(JSON.stringify({ notImported: sentence }));
    else terminal().say(toPrintableLine(sentence));
  const report = createImportReport({ to, json, dryRun, strict, total: items.length });
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    for (const source of given.sources) folder.remember(source, remembered);
    const target = { folder, site, allowPrivate };
    for await (const event of importSources(items, options, target)) {
      if (event.kind === 'result') report.tell(event.result);
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

/**
 * The settings of the publication that copies are made for: those of the folder that they go to,
 * or of one above it, since a folder of copies may lie anywhere in a content folder. `root` is that
 * folder; the one that they go to where none has settings.
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
