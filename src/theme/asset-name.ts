import { createHash } from 'node:crypto';
import { basename, extname, relative, sep } from 'node:path';

/** A path below a folder, with `/`. */
export function below(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}

/** The name of a file below `/assets/`: its own, as far as addresses can have it, and a hash. */
export function assetName(path: string, bytes: Uint8Array): string {
  const ending = extname(path).toLowerCase();
  const stem =
    basename(path, extname(path))
      .replaceAll(/[^\w-]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '') || 'file';
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return `${stem.slice(0, 60)}.${hash}${ending}`;
}
