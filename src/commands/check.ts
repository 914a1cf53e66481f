import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { gatherCopy } from '../newsroom/gather-copy.ts';
import { formatProblem } from '../problems/format-problem.ts';
import type { Settings } from '../publication/settings.ts';
import { checkRights, parseRightsOption } from './check-rights.ts';
import { CommandError, runCommand } from './run-command.ts';

/**
 * `npm run check`: types, lint, and every article. All three are told, whatever the first of
 * them says. `--strict` makes warnings errors; `--content` checks the articles alone; `--rights`
 * tells of every picture whose it is, and nothing else.
 */
const known = ['--strict', '--content', '--rights', '--rights=json', '--rights=csv'];

await runCommand(async (settings) => {
  const options = process.argv.slice(2);
  const unknown = options.filter((option) => !known.includes(option));
  if (unknown.length > 0) {
    throw new CommandError(`check: expected ${known.join(' or ')}, got ${unknown.join(' ')}`);
  }
  const form = options.map(parseRightsOption).find((option) => option !== undefined);
  if (form !== undefined) {
    const good = await checkRights(settings, { form, strict: options.includes('--strict') });
    if (!good) process.exitCode = 1;
    return;
  }
  const code = options.includes('--content') || [checkTypes(), checkLint()].every(Boolean);
  const copy = await checkCopy(settings, options.includes('--strict'));
  if (!code || !copy) process.exitCode = 1;
});

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

async function checkCopy(settings: Settings, strict: boolean): Promise<boolean> {
  const gathered = await gatherCopy({
    root: process.cwd(),
    settings,
    drafts: true,
    earlier: () => undefined,
  });
  for (const problem of gathered.problems) console.error(formatProblem(problem));
  const errors = gathered.problems.filter((problem) => problem.severity === 'error').length;
  const warnings = gathered.problems.length - errors;
  console.log(`articles: ${gathered.files} files, ${errors} errors, ${warnings} warnings`);
  return errors === 0 && (!strict || warnings === 0);
}
