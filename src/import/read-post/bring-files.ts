import { posix, resolve } from 'node:path';
import { toSlug } from '../../content/article/slug.ts';
import type { DraftPicture } from '../draft.ts';
import { findTarget } from './find-target.ts';
import type { PostFolder } from './post-folder.ts';
import type { BringPicture } from './read-image.ts';

const kinds = /\.(?:jpe?g|png|webp|avif|gif)$/iu;

/** Files that a post brings along; each of them once, under a name with the post's own. */
export interface FileBag {
  readonly bring: BringPicture;
  readonly pictures: readonly DraftPicture[];
}

export function createFileBag(
  path: string,
  name: string,
  folder: PostFolder,
  isWanted: boolean,
): FileBag {
  const byPath = new Map<string, DraftPicture>();
  const bring = (address: string) => {
    const target = isWanted ? findTarget(address, path, folder) : undefined;
    if (target?.kind !== 'file' || !kinds.test(target.path)) return undefined;
    const known = byPath.get(target.path);
    if (known) return `./${known.name}`;
    const own = toSlug(posix.basename(target.path));
    const stem = own.startsWith(name) ? own : `${name}-${own}`;
    const taken = new Set([...byPath.values()].map((picture) => picture.name.toLowerCase()));
    let free = stem;
    for (let count = 2; taken.has(free.toLowerCase()); count++)
      free = stem.replace(/(?=\.[^.]+$)/u, `-${count}`);
    byPath.set(target.path, { name: free, from: resolve(folder.root, target.path) });
    return `./${free}`;
  };
  return {
    bring,
    get pictures() {
      return [...byPath.values()];
    },
  };
}
