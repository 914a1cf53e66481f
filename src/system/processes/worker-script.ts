import { join } from 'node:path';
import { bundleFolder } from '../cache/package-folder.ts';

/**
 * The script of a child process, by its path below `src` without its ending, such as
 * `press/print-worker`. A bundled process starts the scripts that were bundled with it.
 */
export function workerScript(name: string): string {
  const bundle = bundleFolder();
  return bundle === undefined
    ? join(import.meta.dirname, '../..', `${name}.ts`)
    : join(bundle, `${name}.mjs`);
}
