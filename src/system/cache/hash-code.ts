import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { findPackage, readManifest, versionsBelow } from './find-package.ts';
import { isPackaged, packageFolder } from './package-folder.ts';

/**
 * Hashes the code in `paths` of `src` (folders or files; default: all) without tests, the installed
 * packages (default: all) and the version of Node: part of the cache key of everything that this code
 * makes. In the published package, whose modules are bundled, all of them count as code of every path.
 */
export function hashCode(
  paths: readonly string[] = [''],
  packages?: readonly string[],
): string {
  const root = packageFolder();
  const hash = createHash('sha256').update(
    `${process.version} ${process.platform} ${process.arch}\0`,
  );
  for (const path of paths) addFiles(hash, root, join('src', path));
  if (isPackaged()) hash.update(hashBundle(root));
  hash.update(packages === undefined ? installedIn(root) : versionsOf(packages));
  return hash.digest('hex');
}

/** Of the published package. Read once: a command ends when its own package is replaced. */
let bundled: string | undefined;
let installed: string | undefined;

function hashBundle(root: string): string {
  if (bundled !== undefined) return bundled;
  const hash = createHash('sha256');
  addFiles(hash, root, 'lib');
  bundled = hash.digest('hex');
  return bundled;
}

function installedIn(root: string): string {
  // A clone has a lockfile. npm wrote it, and refuses to install from a damaged one.
  if (!isPackaged()) return readFileSync(join(root, 'package-lock.json'), 'utf8');
  installed ??= versionsBelow(root).join();
  return installed;
}

function addFiles(hash: Hash, root: string, path: string): void {
  const top = join(root, path);
  // A published package has only some folders of `src`.
  if (!existsSync(top)) return;
  const files = statSync(top).isFile() ? [top] : codeBelow(top);
  for (const file of files.sort())
    hash
      .update(file.slice(root.length).replaceAll(sep, '/'))
      .update('\0')
      .update(readFileSync(file))
      .update('\0');
}

function codeBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isCode(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

function isCode(name: string): boolean {
  return /\.(?:astro|css|mjs|svg|png|ts)$/u.test(name) && !name.endsWith('.test.ts');
}

/** The installed versions of some packages that this one depends on. */
function versionsOf(packages: readonly string[]): string {
  const lines = packages.map((name) => {
    const folder = findPackage(name);
    return `${name} ${folder === undefined ? '-' : readManifest(folder).version}\0`;
  });
  return lines.join('');
}
