import { resolve } from 'node:path';
import { releaseOf } from '../article/release-of.ts';
import { formatScheduled, toScheduledFacts } from '../newsroom/format-scheduled.ts';
import { type GatherOptions, gatherCopy } from '../newsroom/gather-copy.ts';
import { countOf } from '../problems/count-of.ts';
import type { Settings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';
import { listLinks, lookUpAllLinks } from './check-links.ts';
import { type CheckOptions, toCheckOptions } from './check-options.ts';
import { checkRights } from './check-rights.ts';
import { checkSince } from './check-since.ts';
import { checkWritable } from './check-writable.ts';
import { mustBeFolder, mustKeepCacheApart } from './must-be-folder.ts';
import { runCommand } from './run-command.ts';

/** `npm run check`: every problem of every article; `check-options.ts` says what else it can tell. */
await runCommand('check', async ({ settings, options: given }) => {
  mustBeFolder(settings.contentDir);
  mustKeepCacheApart(settings.cacheDir, settings.contentDir);
  await checkWritable(resolve(settings.cacheDir));
  const options = toCheckOptions({ options: given });
  if (options.rights !== undefined) {
    const { rights: form, strict } = options;
    if (!(await checkRights(settings, { form, strict }))) process.exitCode = 1;
    return;
  }
  const copy = await checkCopy(settings, options);
  const links = await checkLinks(settings, options);
  if (!copy || !links) process.exitCode = 1;
});

async function checkLinks(settings: Settings, options: CheckOptions): Promise<boolean> {
  if (options.links === 'list') return listLinks(settings);
  return options.links === undefined || lookUpAllLinks(settings, options);
}

async function checkCopy(
  settings: Settings,
  { strict, since }: CheckOptions,
): Promise<boolean> {
  const gather = (drafts: boolean, earlier: GatherOptions['earlier']) =>
    gatherCopy({ root: process.cwd(), settings, drafts, earlier, publish: false });
  const gathered = await gather(true, () => undefined);
  const problems = [...gathered.problems];
  if (since !== undefined) {
    const known = new Map(gathered.copies.map((item) => [item.copy.path, item]));
    // A draft is no place that an old address could lead to.
    problems.push(
      ...(await checkSince(since, await gather(false, (path) => known.get(path)), settings)),
    );
  }
  const { problem: tell, say, print, note } = terminal();
  for (const problem of problems) tell(problem);
  const { byPath, settings: own } = gathered.published;
  const scheduled = [...byPath.values()].filter(
    (story) => !story.draft && releaseOf(story) > settings.now,
  );
  for (const line of formatScheduled(scheduled, own.timeZone)) say(line);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  note({ files: gathered.files, errors, warnings, scheduled: toScheduledFacts(scheduled) });
  print(
    `articles: ${countOf(gathered.files, 'file')}, ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`,
  );
  return errors === 0 && (!strict || warnings === 0);
}
