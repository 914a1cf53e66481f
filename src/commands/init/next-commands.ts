import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Dependency, projectScripts } from './package-text.ts';

/**
 * What to run after `init`, in the folder where it ran. Where package.json existed before, it may need
 * the package and scripts.
 */
export function nextCommands(folder: string, dependency: Dependency): readonly string[] {
  const { name, range, program } = dependency;
  const manifest = readPackage(folder);
  const hasPackage = [manifest.dependencies, manifest.devDependencies].some(
    (list) => list?.[name] !== undefined,
  );
  const missing = Object.entries(projectScripts(dependency)).filter(
    ([script]) => !manifest.scripts?.[script]?.includes(program),
  );
  const free = missing.filter(([script]) => manifest.scripts?.[script] === undefined);
  const way = relative('', folder);
  return [
    ...(way === '' ? [] : [`cd ${quoteForShell(way)}`]),
    ...(free.length === 0
      ? []
      : [
          `npm pkg set ${free.map(([script, text]) => `"scripts.${script}=${text}"`).join(' ')}`,
        ]),
    hasPackage ? 'npm install' : `npm install ${quoteForShell(`${name}@${range}`)}`,
    missing.length > free.length ? `npx ${program} start` : 'npm start',
  ];
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Reads package.json, of which somebody else may be the author; nothing where it is not valid. */
function readPackage(folder: string): Manifest {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Quotes a word for shells, if it needs that; `^` is special in the shell of Windows. */
function quoteForShell(word: string): string {
  return /^[\p{L}\p{N}_./@:-]+$/u.test(word)
    ? word
    : `"${word.replace(/[\\"$`]/gu, String.raw`\$&`)}"`;
}
