import { callOfProgram, programName } from '../system/cache/call-of.ts';
import { readManifest } from '../system/cache/find-package.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { nearestName } from '../system/problems/nearest-name.ts';
import type { CommandName, commandTable } from './command-table.ts';
import { formatCommands } from './format-help.ts';
import { otherVersion } from './other-version.ts';
import { projectAbove } from './project-above.ts';
import { refusePath } from './refuse-path.mjs';
import type { StageCommand } from './stage.ts';

// The program of the package (`bin/dateline.mjs`): runs the command that its first argument names, with
// the other arguments, as `npm run NAME -- …` does in a clone.

/** The commands that a package has, by name. Each module runs when it is loaded, or has a function. */
const commands: Readonly<Record<UserCommand, () => Promise<unknown>>> = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  build: async () => (await import('./build.ts')).runBuild(),
  plan: () => runStage('plan'),
  gather: () => runStage('gather'),
  merge: () => runStage('merge'),
  print: () => runStage('print'),
  join: () => runStage('join'),
  preview: async () => (await import('./preview.ts')).runPreview(),
  check: () => import('./check.ts'),
  new: async () => (await import('./new.ts')).runNew(),
  import: () => import('./import.ts'),
  hosting: () => import('./hosting.ts'),
  'deploy-delta': () => import('./deploy-delta.ts'),
  init: () => import('./init.ts'),
};

async function runStage(name: StageCommand): Promise<void> {
  const { runStageCommand } = await import('./stage.ts');
  await runStageCommand(name);
}

/** Commands that are not for work on the project. */
type UserCommand = {
  [Name in CommandName]: (typeof commandTable)[Name] extends { isTool: true } ? never : Name;
}[CommandName];

const [given] = process.argv.slice(2);
const refusal = refusePath(process.cwd()) ?? refusePath(packageFolder());

if (refusal !== undefined) fail(refusal);
else if (given === undefined || given === '--help' || given === 'help')
  console.log(formatCommands(Object.keys(commands) as UserCommand[]));
else if (given === '--version') console.log(readManifest(packageFolder()).version);
else if (isCommand(given)) {
  const other = otherVersion(process.cwd(), callOfProgram(given));
  if (other !== undefined) console.error(other);
  const above = given === 'init' ? undefined : projectAbove(process.cwd());
  if (above !== undefined) console.error(above);
  process.argv.splice(2, 1);
  await commands[given]();
} else {
  const known = [...Object.keys(commands), '--help', '--version'];
  const nearest = nearestName(given, known);
  const meant = nearest === undefined ? ';' : `; did you mean ${nearest}?`;
  fail(
    `${programName()}: ${JSON.stringify(given)} is not a command${meant} \`${callOfProgram('--help')}\` lists them`,
  );
}

function isCommand(name: string): name is UserCommand {
  return Object.hasOwn(commands, name);
}

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
