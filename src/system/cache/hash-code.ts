import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { packageFolder } from './package-folder.ts';

/**
 * Hashes the code in `folders` of `src` (default: all) without tests, package-lock.json, the
 * configuration of Astro and the version of Node: part of the cache key of everything that this code
 * makes.
 */
export function hashCode(folders: readonly string[] = ['']): string {
  const root = packageFolder();
  const hash = createHash('sha256').update(
    `${process.version} ${process.platform} ${process.arch}\0`,
  );
  for (const folder of folders) {
    const top = join(root, 'src', folder);
    const entries = readdirSync(top, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && isCode(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name));
    for (const file of files.sort())
      hash
        .update(file.slice(root.length).replaceAll(sep, '/'))
        .update('\0')
        .update(readFileSync(file))
        .update('\0');
  }
  for (const name of ['package-lock.json', 'astro.config.mjs'])
    hash.update(readFileSync(join(root, name))).update('\0');
  return hash.digest('hex');
}

function isCode(name: string): boolean {
  return /\.(?:astro|css|mjs|svg|png|ts)$/u.test(name) && !name.endsWith('.test.ts');
}
