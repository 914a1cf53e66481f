import { optionalPackageFor } from '../../outputs/share-card/fonts/font-families.ts';
import { programName } from '../../system/cache/call-of.ts';
import { readManifest } from '../../system/cache/find-package.ts';
import { packageFolder } from '../../system/cache/package-folder.ts';
import { type CommandName, type CommandRow, commandTable } from '../command-table.ts';

/** Dateline itself, as another project depends on it. */
export interface Dependency {
  /** The name of the package. */
  readonly name: string;
  /** The versions that fit: `^0.1.0`. */
  readonly range: string;
  /** The name of its program. */
  readonly program: string;
  /** Fonts of share cards that its languages need: names of packages, with the versions that fit. */
  readonly fonts?: Readonly<Record<string, string>>;
}

/** Reads names and versions from Dateline's own package.json, for a publication in these languages. */
export function loadDependency(languages: readonly string[]): Dependency {
  const manifest = readManifest(packageFolder());
  const { name = '', version = '', peerDependencies = {} } = manifest;
  const needed = languages.flatMap((language) => optionalPackageFor(language) ?? []);
  const fonts = Object.fromEntries(
    needed.sort().map((font) => [font, peerDependencies[font] ?? '*']),
  );
  return { name, range: `^${version}`, program: programName(), fonts };
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
