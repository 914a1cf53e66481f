import { existsSync, watchFile } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two looks. */
const interval = 500;

/** Why a command cannot go on whose packages are gone. */
export const packagesReplaced =
  'The packages in node_modules were removed or replaced while this command was running (by `npm ci`, for example): run it again.';

/** Whether an install has removed the packages of the project and not put them back yet. */
export function arePackagesGone(root: string): boolean {
  return !existsSync(landmark(root));
}

/**
 * Ends this process with one sentence when an install removes or replaces the packages of the
 * project. Errors that follow from it are not printed.
 */
export function endWhenReplaced(root: string): void {
  const { stderr } = process;
  const write: typeof stderr.write = stderr.write.bind(stderr);
  const end = (): never => {
    stderr.write = write;
    console.error(packagesReplaced);
    process.exit(1);
  };
  stderr.write = ((...said: Parameters<typeof write>) =>
    arePackagesGone(root) ? end() : write(...said)) as typeof write;
  watchFile(landmark(root), { interval, persistent: false }, (now, before) => {
    if (now.ino !== before.ino || now.mtimeMs !== before.mtimeMs) end();
  });
}

/** Astro is always there. Packages that are only added do not touch it. */
function landmark(root: string): string {
  return join(root, 'node_modules/astro/package.json');
}
