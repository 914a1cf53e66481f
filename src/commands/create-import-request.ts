import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import type { Settings } from '../content/settings/settings.ts';
import type { ImportRequest } from '../import/run-import.ts';
import { parseWrittenDate } from '../language/news-date.ts';
import { isIgnored } from '../newsroom/find-content-files.ts';
import { projectFiles } from '../newsroom/project-files.ts';
import { defaultPublication, readPublication } from '../newsroom/read-publication.ts';
import { callOf } from '../system/cache/call-of.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { mustBeFolder } from './check-folders.ts';
import { commandTable, type OptionsOf } from './command-table.ts';
import { CommandError, type GivenArguments, parseLanguage } from './parse-command.ts';

/**
 * What `npm run import` imports with these arguments and settings.
 *
 * @throws {CommandError} for a wrong argument, a missing content folder, or an invalid publication.yaml
 */
export async function createImportRequest(
  { options: given, operands: sources }: GivenArguments<'import'>,
  settings: Settings,
): Promise<ImportRequest> {
  checkArguments(given, sources);
  const { title, date, base, force = false, strict = false, json = false } = given;
  const { 'dry-run': dryRun = false, 'allow-private': allowPrivate = false } = given;
  const lang = given.lang && parseLanguage('import', given.lang);
  if (given.to === undefined) mustBeFolder(settings.contentDir, { mayBeNew: true });
  const to = given.to ?? settings.contentDir;
  const { publication, root } = await loadPublication(to);
  const url = settings.siteUrl ?? publication.url;
  const project = projectFiles(resolve(), { ...settings, contentDir: to });
  return {
    ...{ sources, to, force, dryRun, strict, json, allowPrivate },
    isLeftOut: (path) => isIgnored(path, project),
    site: { publication, url, basePath: settings.basePath, now: settings.now },
    hasPages: root === resolve(to) && !root.startsWith(resolve(settings.contentDir) + sep),
    pictures: given.pictures ?? false,
    // An undefined value would override one that was remembered.
    remembered: {
      ...(title && { title }),
      ...(lang && { lang }),
      ...(date && { date }),
      ...(base && { base }),
    },
  };
}

/** @throws {CommandError} for a wrong argument */
function checkArguments(given: OptionsOf<'import'>, sources: readonly string[]): void {
  const { title, lang, date, base, to } = given;
  for (const [name, value] of Object.entries({ title, lang, date, base, to }))
    if (value?.trim() === '') throw new CommandError(`import: --${name} is empty`);
  if (sources.length === 0)
    throw new CommandError(
      `import: expected something to import, as in: ${callOf('import', commandTable.import.operands)}`,
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
  if (base !== undefined && !/^https?:$/u.test(URL.parse(base)?.protocol ?? ''))
    throw new CommandError(
      `import: --base: expected an address such as https://old.example/, got ${JSON.stringify(base)}`,
    );
}

/**
 * Loads the settings of the publication that files are imported into: those of the target folder
 * or of the nearest folder above it. `root` is the folder with settings, else the target folder.
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
