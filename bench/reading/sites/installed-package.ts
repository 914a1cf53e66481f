import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Holds what only this benchmark needs, with a lockfile of its own. */
export const packages = join(import.meta.dirname, '..', 'packages');

/** Completes "skipped: …". */
export const packagesCure = 'npm ci --prefix bench/reading/packages installs it';

/** The version of a package in `packages`, or undefined where it is not installed. */
export async function installedVersion(name: string): Promise<string | undefined> {
  try {
    const file = join(packages, 'node_modules', name, 'package.json');
    return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
