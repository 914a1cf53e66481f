import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rooms whose code decides what a copy becomes. */
const rooms = ['article', 'fields', 'language', 'markdown', 'problems', 'publication'];

/**
 * Hash of the code and the locked packages that turn a copy into an article. Part of every
 * cache key: a changed plugin, policy or package renders anew, which the configuration alone
 * would not show. `root` is the project's folder.
 */
export function rendererVersion(root: string): string {
  const hash = createHash('sha256');
  for (const room of rooms) {
    const folder = join(root, 'src', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter(isCode).sort()) {
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(folder, file)))
        .update('\0');
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function isCode(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts');
}
