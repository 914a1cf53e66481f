/** A file that is text, and the address at which it stands. */
export interface TextFile {
  readonly address: string;
  /** The media type that the live preview gives it; hosts go by the ending. */
  readonly type: string;
  readonly text: string;
}
