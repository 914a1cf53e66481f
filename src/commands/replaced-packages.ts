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

/** Calls `replaced` when an install removes or replaces the packages of the project. */
export function onPackagesReplaced(root: string, replaced: () => void): void {
  watchFile(landmark(root), { interval, persistent: false }, (now, before) => {
    if (now.ino !== before.ino || now.mtimeMs !== before.mtimeMs) replaced();
  });
}

/** Astro is always there. Packages that are only added do not touch it. */
function landmark(root: string): string {
  return join(root, 'node_modules/astro/package.json');
}
