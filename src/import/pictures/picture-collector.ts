import { hash } from 'node:crypto';
import type { DraftPicture } from '../draft.ts';

/** Collects the pictures of one article to write next to its content file, without duplicates. */
export interface PictureCollector {
  readonly isEnabled: boolean;
  /**
   * Adds a picture and returns its path (`./bridge-1a2b3c4d.jpg`); undefined if pictures are not
   * imported.
   */
  readonly add: (address: string) => string | undefined;
  readonly pictures: readonly DraftPicture[];
}

/** `fileOf` returns the path of a picture on this machine. */
export function createPictureCollector(
  isWanted: boolean,
  fileOf: (address: string) => string | undefined = () => undefined,
): PictureCollector {
  const byName = new Map<string, DraftPicture>();
  return {
    isEnabled: isWanted,
    add(address) {
      if (!isWanted) return undefined;
      const name = namePicture(address);
      byName.set(name, { name, from: fileOf(address) ?? address });
      return `./${name}`;
    },
    get pictures() {
      return [...byName.values()];
    },
  };
}

const endings = /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg)$/iu;

/**
 * A file name for a picture's URL: its own name in ASCII, and a short hash of the URL, since many
 * pictures are called `image.jpg`.
 */
function namePicture(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  const ending = endings.exec(last)?.[0].toLowerCase() ?? '.jpg';
  const stem = last
    .replace(/\.[^.]*$/u, '')
    .replace(/%[0-9a-f]{2}/giu, '-')
    .replace(/[^a-z0-9]+/giu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase()
    .slice(0, 60);
  return `${stem || 'picture'}-${hash('sha256', address).slice(0, 8)}${ending}`;
}
