import type { PictureRights } from '../../content/article/picture-rights.ts';
import type { ToneName } from './tones.ts';

/** A file of a picture, by its name below `/assets/`. */
export interface PictureFile {
  readonly name: string;
  /** In pixels. */
  readonly width: number;
}

/** The picture in a format that not every browser supports. */
export interface PictureSource {
  /** The media type. */
  readonly type: string;
  /** A media query. Absent where it is for all readers. */
  readonly media?: string;
  /** Narrowest first. */
  readonly files: readonly PictureFile[];
}

/**
 * A picture to publish: a fallback file that every program reads, with its width and height in CSS
 * pixels, and sources in better formats, best first.
 */
export interface PreparedPicture extends PictureFile {
  readonly height: number;
  readonly sources: readonly PictureSource[];
  /** The main colour of an opaque picture. */
  readonly tone?: ToneName;
}

/** A picture, and the bytes of its files by their names. */
export interface MadePicture {
  readonly picture: PreparedPicture;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface MakeOptions {
  /** The start of all file names: a hash of the original, its rights and the policy. */
  readonly key: string;
  /** Written into every file. */
  readonly rights?: PictureRights | undefined;
}

/** A file cannot be published as a picture. */
export class UnusablePicture extends Error {
  override readonly name = 'UnusablePicture';
  /** What the file is: completes "got …". */
  readonly got: string;
  /** What to do about it. */
  readonly cure: string;

  constructor(got: string, cure: string) {
    super(got);
    this.got = got;
    this.cure = cure;
  }
}
