import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that decide how a card looks. */
const packages = /^node_modules\/(?:@takumi-rs\/core|@fontsource-variable\/.+|fontkit|sharp)$/u;

/** Code that decides the bytes of a card, room by room: of `pictures` what writes rights. */
const rooms = {
  'outputs/share-card': /\.ts$/u,
  'outputs/pictures': /^(?:read|set|to)-.*\.ts$/u,
} as const;

/**
 * Hash of the code, the packages and the fonts that cards are drawn with: part of every card's
 * key, so that the address of a card names its bytes. `root` is the project's folder.
 */
export function cardVersion(root: string): string {
  const hash = createHash('sha256');
  for (const [room, wanted] of Object.entries(rooms)) {
    const folder = join(root, 'src', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const code = files.filter((file) => wanted.test(file) && !file.endsWith('.test.ts'));
    for (const file of code.sort())
      hash
        .update(file.replaceAll('\\', '/'))
        .update('\0')
        .update(readFileSync(join(folder, file)))
        .update('\0');
  }
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  for (const [name, { version }] of Object.entries(lock.packages))
    if (packages.test(name)) hash.update(`${name} ${version}\0`);
  return hash.digest('hex');
}
