import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that decide how a card looks. */
const packages = /^node_modules\/(?:@takumi-rs\/core|@fontsource-variable\/.+|fontkit|sharp)$/u;

/**
 * Hash of the code, the packages and the fonts that cards are drawn with: part of every card's
 * key, so that the address of a card names its bytes. `root` is the project's folder.
 */
export function cardVersion(root: string): string {
  const hash = createHash('sha256');
  const folder = join(root, 'src/share-card');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter(isCode).sort())
    hash
      .update(file.replaceAll('\\', '/'))
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0');
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const [name, { version }] of Object.entries(lock.packages))
    if (packages.test(name)) hash.update(`${name} ${version}\0`);
  return hash.digest('hex');
}

function isCode(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts');
}
