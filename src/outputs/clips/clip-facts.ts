/** What is known of the content of a clip. */
export interface ClipFacts {
  /** Seconds; absent if the file does not say. */
  readonly duration?: number;
  /** In pixels, as shown; absent for sound. */
  readonly width?: number;
  readonly height?: number;
}

/** Bytes to write over a clip when it is copied, without changing its length. */
export interface Patch {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A clip that can be published. */
export interface ReadClip extends ClipFacts {
  /** Patches that erase positions, such as where a telephone filmed. */
  readonly patches: readonly Patch[];
}

/** Why a file cannot be published as a clip. */
export interface UnusableClip {
  /** What the file is: completes "got …". */
  readonly got: string;
  /** What to do about it. */
  readonly cure: string;
}

/** Reads `length` bytes of a file, fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** Tags longer than this are not read. */
export const longestTag = 65_536;

/** More parts than any real file has: a file that was made to be slow ends here. */
export const mostParts = 20_000;

/** The fault of a file with positions that cannot be erased without changing its length. */
export const positionFault: UnusableClip = {
  got: 'one that says where it was recorded',
  cure: 'save it without metadata, such as with `ffmpeg -i IN -map_metadata -1 -map 0:v? -map 0:a? -c copy OUT`',
};
