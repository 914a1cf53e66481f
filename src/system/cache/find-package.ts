import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** What is read of the package.json of an installed package. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Finds the folder of an installed package as modules in `from` would: in the nearest `node_modules`
 * folder that has it. The path may be a link. Undefined if it is not installed.
 */
export function findPackage(name: string, from: string = packageFolder()): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(from);
  return above === from ? undefined : findPackage(name, above);
}

/** Reads the package.json of a package. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/**
 * Lists the names and versions of all packages that a package brings, whichever program installed them.
 * The order is the same for the same versions.
 */
export function versionsBelow(root: string): string[] {
  const seen = new Set<string>();
  const lines: string[] = [];
  const visit = (folder: string, manifest: Manifest) => {
    const { dependencies, optionalDependencies, peerDependencies } = manifest;
    const names = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    for (const name of Object.keys(names).sort()) {
      const path = findPackage(name, folder);
      // The packages of a linked one are beside its real folder.
      const found = path && realpathSync(path);
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      const own = readManifest(found);
      lines.push(`${name} ${own.version}`);
      visit(found, own);
    }
  };
  visit(root, readManifest(root));
  return lines;
}
