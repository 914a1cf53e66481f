import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { optionalPackageFor } from '../../outputs/share-card/fonts/font-families.ts';
import { programName } from '../../system/cache/call-of.ts';
import { readManifest } from '../../system/cache/find-package.ts';
import { isPackaged, packageFolder } from '../../system/cache/package-folder.ts';
import { type CommandName, type CommandRow, commandTable } from '../command-table.ts';

/** Dateline itself, as another project depends on it. */
export interface Dependency {
  /** The name of the package. */
  readonly name: string;
  /** The versions that fit, such as `^0.1.0`, or where the clone is: `file:../dateline`. */
  readonly range: string;
  /** The name of its program. */
  readonly program: string;
  /** Fonts of share cards that its languages need: names of packages, with the versions that fit. */
  readonly fonts?: Readonly<Record<string, string>>;
}

/**
 * Reads names and versions from Dateline's own package.json, for a publication in these languages. A
 * clone may have a version that is not published, so a publication that it makes uses the clone.
 *
 * @param folder of the publication: an absolute path
 */
export function loadDependency(folder: string, languages: readonly string[]): Dependency {
  const manifest = readManifest(packageFolder());
  const { name = '', version = '', peerDependencies = {} } = manifest;
  const needed = languages.flatMap((language) => optionalPackageFor(language) ?? []);
  const fonts = Object.fromEntries(
    needed.sort().map((font) => [font, peerDependencies[font] ?? '*']),
  );
  const clone = `file:${relative(realPathOf(folder), realPathOf(packageFolder())).replaceAll(sep, '/')}`;
  const range = isPackaged() ? `^${version}` : clone;
  return { name, range, program: programName(), fonts };
}

/** npm follows the path from the real folder. A folder that does not exist yet is in one that does. */
function realPathOf(path: string): string {
  return existsSync(path)
    ? realpathSync(path)
    : join(realPathOf(dirname(path)), basename(path));
}

/** Commands for work on a publication: `npm run NAME` in its folder. */
const projectCommands = (Object.keys(commandTable) as CommandName[]).filter((name) => {
  const row: CommandRow = commandTable[name];
  return !row.isTool && !['init', 'lint'].includes(name);
});

/** The scripts of package.json by name. */
export function projectScripts({ program }: Dependency): Readonly<Record<string, string>> {
  return Object.fromEntries(projectCommands.map((name) => [name, `${program} ${name}`]));
}

/** The text of package.json for a folder of this name. */
export function formatPackage(folderName: string, dependency: Dependency): string {
  const manifest = {
    name: toPackageName(folderName, dependency.name),
    private: true,
    type: 'module',
    engines: { node: '>=22.12' },
    scripts: projectScripts(dependency),
    dependencies: { ...dependency.fonts, [dependency.name]: dependency.range },
    // npm warns of install scripts without it.
    allowScripts: { esbuild: true },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * A valid name for a package: small ASCII letters, digits and hyphens (`Café Süd` -> `cafe-sud`). A
 * package cannot depend on one of its own name (`dependency`).
 */
export function toPackageName(folderName: string, dependency: string): string {
  const name = folderName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .slice(0, 100)
    .replace(/^-|-$/gu, '');
  if (name === '') return 'publication';
  return [dependency, 'node-modules'].includes(name) ? `${name}-publication` : name;
}
