import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Defined in a bundle that is in the cache (`press/load-press.ts`), outside of the package. */
declare const PACKAGE_FOLDER: string | undefined;

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
