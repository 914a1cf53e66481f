/** A slot in rendered HTML that is filled once the whole publication is known. */
export type Reference = LinkReference | PictureReference | CaptionReference;

/** The target of a link or picture. */
interface Addressed {
  /**
   * As written, possibly percent-encoded; characters that Markdown does not allow (a space)
   * are. Never empty. Only pictures have a scheme: http or https.
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
  /** Empty for a decorative picture. */
  readonly alt: string;
  /** True for the first picture of the article. */
  readonly first?: boolean;
  /** The URL of the link around the picture, as written; empty for an anchor. */
  readonly linked?: string;
  /**
   * The number of a figure that holds one picture; the figure's caption has the same number.
   */
  readonly figure?: number;
  /**
   * The text of the figure's caption with straight quotes as written, or its title if it has no
   * caption.
   */
  readonly caption?: string;
}

/** The slot of a figure's caption, before or after its picture. */
export interface CaptionReference {
  readonly kind: 'caption';
  readonly figure: number;
  /** The caption contains markup and stays in the HTML: the slot takes only what follows it. */
  readonly within?: true;
}
