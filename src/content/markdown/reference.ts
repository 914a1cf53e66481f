/** A place in rendered copy that only the whole publication can fill. */
export type Reference = LinkReference | PictureReference | CaptionReference;

/** What a link or picture leads to. */
interface Addressed {
  /**
   * As written, so perhaps percent-encoded; what Markdown cannot leave as it is (a space)
   * is. Never empty, never with a scheme other than http and https (pictures only).
   */
  readonly address: string;
  readonly line: number;
  readonly column: number;
  readonly title?: string;
}

export interface LinkReference extends Addressed {
  readonly kind: 'link';
}

export interface PictureReference extends Addressed {
  readonly kind: 'picture';
  /** Empty for one that only decorates. */
  readonly alt: string;
  /** The first picture of the copy. */
  readonly first?: boolean;
  /** Within a link: the address that it leads to, as written; empty for an anchor. */
  readonly linked?: string;
  /** Counts the figures that hold one picture; that figure's caption has the same number. */
  readonly figure?: number;
  /** The words of the figure's caption, straight quotes as written; its title, where it has no other. */
  readonly caption?: string;
}

/** Where the caption of a figure goes, after its picture or before it. */
export interface CaptionReference {
  readonly kind: 'caption';
  readonly figure: number;
  /** Its words are in the text, with mark-up of their own: only what is to follow them goes here. */
  readonly within?: true;
}
