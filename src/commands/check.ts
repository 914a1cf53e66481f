import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type GatherOptions, gatherCopy } from '../newsroom/gather-copy.ts';
import { formatProblem } from '../problems/format-problem.ts';
import type { Settings } from '../publication/settings.ts';
import { listLinks, lookUpAllLinks } from './check-links.ts';
import { type CheckOptions, parseCheckOptions } from './check-options.ts';
import { checkRights } from './check-rights.ts';
import { checkSince } from './check-since.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run check`: types, lint, and every article. All three are told, whatever the first of
 * them says. `check-options.ts` says what it can be asked for.
 */
await runCommand(async (settings) => {
  const options = parseCheckOptions(process.argv.slice(2));
  if (options.rights !== undefined) {
    const { rights: form, strict } = options;
    if (!(await checkRights(settings, { form, strict }))) process.exitCode = 1;
    return;
  }
  const code = options.content || [checkTypes(), checkLint()].every(Boolean);
  const copy = await checkCopy(settings, options);
  const links = await checkLinks(settings, options);
  if (!code || !copy || !links) process.exitCode = 1;
});

async function checkLinks(settings: Settings, options: CheckOptions): Promise<boolean> {
  if (options.links === 'list') return listLinks(settings);
  return options.links === undefined || lookUpAllLinks(settings, options);
}

function checkTypes(): boolean {
  return runTool('types', 'node_modules/@astrojs/check/bin/astro-check.js', [
    '--minimumSeverity',
    'warning',
  ]);
}

function checkLint(): boolean {
  return runTool('lint', 'node_modules/@biomejs/biome/bin/biome', [
    'check',
    '--error-on-warnings',
  ]);
}

function runTool(name: string, script: string, options: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [resolve(script), ...options], {
    stdio: 'inherit',
  });
  console.log(`${name}: ${status === 0 ? 'good' : 'see above'}`);
  return status === 0;
}

async function checkCopy(
  settings: Settings,
  { strict, since }: CheckOptions,
): Promise<boolean> {
  const gather = (drafts: boolean, earlier: GatherOptions['earlier']) =>
    gatherCopy({ root: process.cwd(), settings, drafts, earlier });
  const gathered = await gather(true, () => undefined);
  const problems = [...gathered.problems];
  if (since !== undefined) {
    const known = new Map(gathered.entries.map(({ id, data }) => [id, data]));
    // A draft is no place that an old address could lead to.
    problems.push(
      ...(await checkSince(since, await gather(false, (id) => known.get(id)), settings)),
    );
  }
  for (const problem of problems) console.error(formatProblem(problem));
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  console.log(`articles: ${gathered.files} files, ${errors} errors, ${warnings} warnings`);
  return errors === 0 && (!strict || warnings === 0);
}
