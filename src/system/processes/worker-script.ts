import { join } from 'node:path';

/** Defined in the bundle of the press (`press/load-press.ts`): the folder of the bundle. */
declare const PRESS_FOLDER: string | undefined;

/**
 * The script of a child process, by its path below `src` without its ending, such as
 * `press/print-worker`. A bundled process starts the scripts that were bundled with it.
 */
export function workerScript(name: string): string {
  return typeof PRESS_FOLDER === 'string'
    ? join(PRESS_FOLDER, `${name}.mjs`)
    : join(import.meta.dirname, '../..', `${name}.ts`);
}
