/** A place in rendered copy that only the whole publication can fill. */
export interface Reference {
  readonly kind: 'link' | 'picture';
  /**
   * As written, so perhaps percent-encoded; what Markdown cannot leave as it is (a space)
   * is. Never empty, never with a scheme other than http and https (pictures only).
   */
  readonly address: string;
  readonly line: number;
  readonly column: number;
  readonly title?: string;
  /** Of a picture; empty for one that only decorates. */
  readonly alt?: string;
  /** The first picture of the copy. */
  readonly first?: boolean;
  /** A picture within a link. */
  readonly linked?: boolean;
}
