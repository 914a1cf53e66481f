import type { PictureRights } from '../article/picture-rights.ts';
import type { PreparedPicture } from './prepared-picture.ts';

/** A picture ready to be published, with the bytes of its files by their names. */
export interface MadePicture {
  readonly picture: PreparedPicture;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface MakeOptions {
  /** What the names of all files begin with: the same for the same bytes, rights and policy. */
  readonly key: string;
  /** What every file is to say of itself, where anything is known. */
  readonly rights?: PictureRights | undefined;
}
