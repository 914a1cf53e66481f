import type { ToneName } from './tones.ts';

/** One of the files in which a picture is had, by its name below `/assets/`. */
export interface PictureFile {
  readonly name: string;
  /** In pixels. */
  readonly width: number;
}

/** The same picture in a format that not every browser reads. */
export interface PictureSource {
  /** Media type. */
  readonly type: string;
  /** Media query of those it is for, where not for all. */
  readonly media?: string;
  /** Narrowest first. */
  readonly files: readonly PictureFile[];
}

/**
 * A picture as it can be published: a file that everything reads, and better ones, the best
 * first. Width and height are those of that file, in CSS pixels.
 */
export interface PreparedPicture extends PictureFile {
  readonly height: number;
  readonly sources: readonly PictureSource[];
  /** Its main colour, where nothing shines through it. */
  readonly tone?: ToneName;
}
