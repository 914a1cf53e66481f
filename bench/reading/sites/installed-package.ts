import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of packages that only this benchmark needs, with its own lockfile. */
export const packages = join(import.meta.dirname, '..', 'packages');

/** Completes "skipped: …". */
export const packagesCure = 'npm ci --prefix bench/reading/packages installs it';

/** Returns the version of a package in `packages`, or undefined if it is not installed. */
export async function installedVersion(name: string): Promise<string | undefined> {
  try {
    const file = join(packages, 'node_modules', name, 'package.json');
    return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}
