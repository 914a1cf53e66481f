import type { DraftPicture } from '../draft.ts';
import { namePicture } from './name-picture.ts';

/** The pictures of one article that are to lie beside its copy, each of them once. */
export interface PictureBag {
  readonly isWanted: boolean;
  /** The path beside the copy (`./bridge-1a2b3c4d.jpg`); undefined where none are brought along. */
  readonly bring: (address: string) => string | undefined;
  readonly pictures: readonly DraftPicture[];
}

/** `fileOf` gives the path of a picture that lies on this machine. */
export function createPictureBag(
  isWanted: boolean,
  fileOf: (address: string) => string | undefined = () => undefined,
): PictureBag {
  const byName = new Map<string, DraftPicture>();
  return {
    isWanted,
    bring(address) {
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
