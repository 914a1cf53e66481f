import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { findPackage, readManifest } from '../system/cache/find-package.ts';
import { packageFolder } from '../system/cache/package-folder.ts';

/**
 * Says that another version of this package runs than the one that a project has installed, such as a
 * global one, and how to run the project's own. Undefined if they are the same.
 *
 * @param project the project's folder, an absolute path
 * @param call how to run the same command with npx
 */
export function otherVersion(project: string, call: string): string | undefined {
  const { name = '', version } = readManifest(packageFolder());
  const installed = findPackage(name, project);
  if (installed === undefined || isSame(installed, packageFolder())) return undefined;
  const own = versionIn(installed);
  if (own === undefined || own === version) return undefined;
  return (
    `warning: this is ${name} ${version} in ${packageFolder()}, but the project has ${own} in ` +
    `${relative(project, installed)}; run \`${call}\` in ${project}, or a script of its package.json`
  );
}

function isSame(folder: string, other: string): boolean {
  return realpathSync(folder) === realpathSync(other);
}

/** Undefined where package.json cannot be read. */
function versionIn(folder: string): string | undefined {
  try {
    return readManifest(folder).version;
  } catch {
    return undefined;
  }
}
