import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Defined in a bundle that is in the cache (`press/load-press.ts`), outside of the package. */
declare const PACKAGE_FOLDER: string | undefined;

/** Defined in every bundle: its folder. In the package that is relative to the folder of the package. */
declare const BUNDLE_FOLDER: string | undefined;

/**
 * The absolute path of the folder with Dateline's own code: of a clone, or in `node_modules`. It may be
 * read-only. The project folder, where a command runs, is another one unless Dateline is cloned.
 */
export function packageFolder(): string {
  return found;
}

const found = typeof PACKAGE_FOLDER === 'string' ? PACKAGE_FOLDER : above(import.meta.dirname);

function above(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : above(dirname(folder));
}

/** The absolute path of the folder of bundled modules; undefined where the `.ts` files run. */
export function bundleFolder(): string | undefined {
  return typeof BUNDLE_FOLDER === 'string' ? resolve(found, BUNDLE_FOLDER) : undefined;
}

/** Whether this is the package as it is published, with bundled commands; otherwise it is a clone. */
export function isPackaged(): boolean {
  return typeof BUNDLE_FOLDER === 'string' && typeof PACKAGE_FOLDER !== 'string';
}
