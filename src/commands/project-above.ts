import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readManifest } from '../system/cache/find-package.ts';
import { packageFolder } from '../system/cache/package-folder.ts';

/**
 * Says that a command runs in a folder of a project and not in the project's own folder, where its theme
 * and its output are. Undefined where that is not so.
 *
 * @param folder where the command runs, an absolute path
 */
export function projectAbove(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return undefined;
  const { name = '' } = readManifest(packageFolder());
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if (!existsSync(join(above, 'package.json'))) continue;
    return dependsOn(above, name)
      ? `warning: this folder is in the project ${above}, whose theme and output are not used here; run the command in ${relative(folder, above)}`
      : undefined;
  }
  return undefined;
}

function dependsOn(folder: string, name: string): boolean {
  try {
    const { dependencies = {}, devDependencies = {} } = readManifest(folder);
    return name in dependencies || name in devDependencies;
  } catch {
    // It cannot be read.
    return false;
  }
}
