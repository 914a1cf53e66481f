import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths of all files below a folder, with `/`, in the order of their characters. Waits for the
 * disk: what was written a moment ago is at hand, and asking for it bit by bit takes much longer.
 */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  const walk = (below: string, prefix: string) => {
    for (const entry of readdirSync(below, { withFileTypes: true }))
      if (entry.isDirectory()) walk(join(below, entry.name), `${prefix}${entry.name}/`);
      else files.push(prefix + entry.name);
  };
  walk(folder, '');
  return files.sort();
}
