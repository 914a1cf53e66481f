import { join } from 'node:path';

/** Set in the bundle of the press (`press/load-press.ts`): the folder that it is in. */
declare const PRESS_FOLDER: string | undefined;

/**
 * The script of a child process, by its path below `src` without an ending: `press/print-worker`.
 * A process that runs a bundle starts the children that were bundled with it.
 */
export function workerScript(name: string): string {
  return typeof PRESS_FOLDER === 'string'
    ? join(PRESS_FOLDER, `${name}.mjs`)
    : join(import.meta.dirname, '../..', `${name}.ts`);
}
