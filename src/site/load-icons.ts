import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { assetPath, loadSite } from '../newsroom/load-site.ts';

/** A file of the site's icon. */
export interface IconFile {
  /** At the root of the site. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the bytes. */
  readonly hash: string;
}

/** The icon in all its forms: the publication's, or Dateline's where it has none. */
export async function loadIcons(): Promise<IconFile[]> {
  const { icons } = await loadSite();
  const ours = resolve('src/site/icons');
  const places = icons
    ? Object.entries(icons).map(([name, stored]) => [name, assetPath(stored)] as const)
    : (await readdir(ours)).map((name) => [name, join(ours, name)] as const);
  return Promise.all(
    places.map(async ([name, path]) => {
      const bytes = await readFile(path);
      return { name, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}
