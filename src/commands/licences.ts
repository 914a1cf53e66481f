import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleLibrary } from '../press/bundle-code.ts';
import { bundledPackages } from './bundled-licences.ts';

/** A package of the lockfile. */
export interface LockedPackage {
  readonly version?: string;
  /** SPDX expression. */
  readonly license?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** All packages of the lockfile by their path. */
export function readLockfile(root: string): ReadonlyMap<string, LockedPackage> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return new Map(Object.entries<LockedPackage>(packages).filter(([place]) => place !== ''));
}

/**
 * Lists the licences of all packages as Markdown: those that are sent to readers, those that build a
 * site, and those for work on the project.
 */
export async function listLicences(root: string): Promise<string> {
  const locked = readLockfile(root);
  // Pagefind writes its own script beside its index.
  const shipped = withDependencies(['pagefind', ...browserImports(root)], locked);
  const rows = [...locked].map(([place, one]) => ({ place, name: nameOf(place), ...one }));
  const inPages = rows.filter(({ name }) => shipped.has(name));
  const published = await publishedPackages(root);
  const rest = rows.filter(({ name }) => !shipped.has(name));
  const building = rest.filter(({ place }) => published.has(place));
  const working = rest.filter(({ place }) => !published.has(place));
  return [
    '# Licences',
    '',
    'Made by `npm run licences` from `package-lock.json`; Dateline itself is under the MIT licence.',
    '',
    '## What readers are sent',
    '',
    ...table([
      ...inPages,
      {
        name: 'Newsreader (fonts in `public/assets`)',
        version: '',
        license: 'OFL-1.1',
        place: '',
      },
    ]),
    '',
    '## What the package depends on, or contains',
    '',
    ...byLicence(building),
    '',
    '## What is needed to work on Dateline',
    '',
    ...byLicence(working),
    '',
  ].join('\n');
}

/** Packages that the scripts for browsers import. */
function browserImports(root: string): string[] {
  const folder = join(root, 'src/browser');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^.'][^']*)'/gu),
    ])
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:'));
}

function withDependencies(
  names: readonly string[],
  locked: ReadonlyMap<string, LockedPackage>,
): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found)
    for (const other of Object.keys(locked.get(`node_modules/${name}`)?.dependencies ?? {}))
      found.add(other);
  return found;
}

/** The places of the packages that the package depends on, or contains. */
export async function publishedPackages(root: string): Promise<ReadonlySet<string>> {
  const { sources } = await bundleLibrary();
  const needed = [...readLockfile(root)].filter(([, { dev }]) => !dev);
  return new Set([...needed.map(([place]) => place), ...bundledPackages(root, sources)]);
}

interface Row extends LockedPackage {
  readonly place: string;
  readonly name: string;
}

function table(rows: readonly Row[]): string[] {
  return [
    '| Package | Version | Licence |',
    '| --- | --- | --- |',
    ...rows.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`),
  ];
}

function byLicence(rows: readonly Row[]): string[] {
  const groups = [...Map.groupBy(rows, ({ license }) => license ?? 'unknown')].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  return [
    '| Licence | Packages |',
    '| --- | --- |',
    ...groups.map(
      ([licence, own]) =>
        `| ${licence} | ${[...new Set(own.map(({ name }) => name))].sort().join(', ')} |`,
    ),
  ];
}

function nameOf(place: string): string {
  return place.replace(/^.*node_modules\//u, '');
}

if (import.meta.main) {
  writeFileSync('docs/licences.md', await listLicences(process.cwd()));
  console.log('docs/licences.md is current');
}
