import type { PictureRights } from '../../content/article/picture-rights.ts';
import type { ToneName } from './tones.ts';

/** One of the files of a picture, by its name below `/assets/`. */
export interface PictureFile {
  readonly name: string;
  /** In pixels. */
  readonly width: number;
}

/** The same picture in a format that not every browser reads. */
export interface PictureSource {
  /** Media type. */
  readonly type: string;
  /** Media query; absent: for everybody. */
  readonly media?: string;
  /** Narrowest first. */
  readonly files: readonly PictureFile[];
}

/**
 * A picture as it can be published: a file that everything reads, whose width and height in CSS
 * pixels are given, and better ones, the best first.
 */
export interface PreparedPicture extends PictureFile {
  readonly height: number;
  readonly sources: readonly PictureSource[];
  /** Its main colour, where it is opaque. */
  readonly tone?: ToneName;
}

/** A picture with the bytes of its files by their names. */
export interface MadePicture {
  readonly picture: PreparedPicture;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface MakeOptions {
  /** What the names of all files begin with: the same for the same bytes, rights and policy. */
  readonly key: string;
  /** Written into every file. */
  readonly rights?: PictureRights | undefined;
}

/** Why a file cannot be published as a picture, and what helps. */
export class UnusablePicture extends Error {
  override readonly name = 'UnusablePicture';
  /** What the file is, as the end of "got …". */
  readonly got: string;
  readonly cure: string;

  constructor(got: string, cure: string) {
    super(got);
    this.got = got;
    this.cure = cure;
  }
}
