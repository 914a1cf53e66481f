import { resolve } from 'node:path';
import { releaseOf } from '../content/article/release-of.ts';
import type { Settings } from '../content/settings/settings.ts';
import { codeOf } from '../hosting/hosting-error.ts';
import {
  type Gathered,
  type GatherOptions,
  gatherContent,
} from '../newsroom/gather-content.ts';
import { formatScheduled, toScheduledFacts } from '../newsroom/report-gathered.ts';
import { loadPress } from '../press/load-press.ts';
import { listReplaced } from '../publication/edition/replaced-lists.ts';
import {
  findLostAddresses,
  listStoryAddresses,
} from '../publication/links/find-lost-addresses.ts';
import { oldHeadline } from '../publication/links/old-headline.ts';
import { NoAddressList, parseAddressList } from '../publication/links/parse-address-list.ts';
import { readLines } from '../system/cache/text-files.ts';
import { countOf } from '../system/problems/count-of.ts';
import type { Problem } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { mustBeApart, mustBeWritable } from './check-folders.ts';
import { listLinks, lookUpAllLinks } from './check-links.ts';
import { checkRights } from './check-rights.ts';
import type { OptionsOf } from './command-table.ts';
import { checkHostLimits, parseHost } from './host-limits.ts';
import { CommandError } from './parse-command.ts';
import { runCommand } from './run-command.ts';

type CheckOptions = OptionsOf<'check'>;

await runCommand('check', async ({ settings, options }) => {
  mustBeApart(settings);
  await mustBeWritable(resolve(settings.cacheDir));
  const good =
    options.rights === undefined
      ? // Both are checked, even if the first one finds problems.
        [await checkContent(settings, options), await checkLinks(settings, options)]
      : [await checkRights(settings, options.rights, options.strict)];
  if (good.includes(false)) process.exitCode = 1;
});

async function checkLinks(settings: Settings, options: CheckOptions): Promise<boolean> {
  if (options.links === undefined) return true;
  if (options.links === true) return listLinks(settings);
  const { strict = false, 'allow-private': allowPrivate = false } = options;
  return lookUpAllLinks(settings, { strict, allowPrivate });
}

async function checkContent(
  settings: Settings,
  { strict = false, since, host: hostName }: CheckOptions,
): Promise<boolean> {
  const host = parseHost('check', hostName);
  const gather = (drafts: boolean, earlier: GatherOptions['earlier']) =>
    gatherContent({ root: process.cwd(), settings, drafts, earlier, publish: false });
  const gathered = await gather(true, () => undefined);
  const problems = [...gathered.problems];
  const { theme } = gathered;
  if (theme !== undefined) {
    const cacheDir = resolve(settings.cacheDir);
    const { checkTheme } = await loadPress(cacheDir, 'checkTheme');
    problems.push(...(await checkTheme({ cacheDir, basePath: settings.basePath, theme })));
  }
  if (since !== undefined) {
    const known = new Map(gathered.contentFiles.map((item) => [item.content.path, item]));
    // Without drafts, which have no published URL.
    const published = await gather(false, (path) => known.get(path));
    for (const problem of checkSince(since, published, settings)) problems.push(problem);
  }
  const { problem: report, info, print, addFacts } = terminal();
  const ofHost = await checkHostLimits(settings, host);
  if (ofHost === undefined) info(`limits of the host: not checked; build the site first`);
  problems.push(...(ofHost ?? []));
  for (const problem of problems) report(problem);
  const { byPath, settings: own } = gathered.published;
  const scheduled = [...byPath.values()].filter(
    (story) => !story.draft && releaseOf(story) > settings.now,
  );
  for (const line of formatScheduled(scheduled, own.timeZone)) info(line);
  for (const { file, address } of listReplaced(gathered.published))
    info(`${file} replaces the list at ${address}`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  addFacts({ files: gathered.files, errors, warnings, scheduled: toScheduledFacts(scheduled) });
  print(
    `articles: ${countOf(gathered.files, 'file')}, ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`,
  );
  return errors === 0 && (!strict || warnings === 0);
}

/**
 * Finds published URLs of a list that no longer exist.
 * @throws {CommandError} if the list cannot be read
 */
function checkSince(
  file: string,
  { published }: Gathered,
  { basePath }: Settings,
): readonly Problem[] {
  // The pages of the list may still be beside it.
  const folder = /^(.+)-hosting[\\/]files\.json$/u.exec(resolve(file))?.[1];
  try {
    return findLostAddresses({
      before: parseAddressList(readLines(file), basePath),
      list: file,
      stories: listStoryAddresses(published),
      editions: published.editions.map(({ path }) => path),
      headlineOf: folder ? (address) => oldHeadline(folder, address) : undefined,
    }).problems;
  } catch (error) {
    if (error instanceof NoAddressList)
      throw new CommandError(
        `check: ${file}: expected a files.json, or addresses such as /2026/01/06/bridge/, one per line`,
      );
    if (codeOf(error) === undefined) throw error;
    throw new CommandError(`check: ${file} could not be read (${codeOf(error)})`);
  }
}
