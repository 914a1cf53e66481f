import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { readImports } from './read-imports.ts';

/** Lists a module and all modules that it imports when it runs, directly or not. Paths below `src`. */
export function importedModules(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (!/\.(?:astro|mjs|ts)$/u.test(file)) return found;
  const text = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8');
  for (const { from, typesOnly } of readImports(file, text).imports)
    if (from.startsWith('.') && !typesOnly)
      importedModules(posix.join(posix.dirname(file), from.replace(/\?.*$/u, '')), found);
  return found;
}
