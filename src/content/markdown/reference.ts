import type { BlockStyle } from './block-styles.ts';
import type { Medium } from './clip-address.ts';

/** A slot in rendered HTML that is filled once the whole publication is known. */
export type Reference =
  | LinkReference
  | PictureReference
  | ClipReference
  | CaptionReference
  | TranscriptReference
  | StyleReference;

/** The target of a link, picture or clip. */
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
  /** True for a picture beside others. */
  readonly gallery?: true;
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

/** Film or sound of the publication. */
export interface ClipReference extends Addressed {
  readonly kind: 'clip';
  readonly medium: Medium;
  /** What the clip shows or lets hear; may be empty. */
  readonly alt: string;
  /** Addresses of the same clip in other formats. */
  readonly sources?: readonly string[];
  /** The address of the picture that is shown before the clip plays. */
  readonly poster?: string;
  readonly tracks?: readonly TrackReference[];
  /** As for a picture. */
  readonly figure?: number;
  readonly caption?: string;
}

/** Captions or subtitles of a clip. */
export interface TrackReference {
  readonly address: string;
  /** A BCP 47 tag. */
  readonly language?: string;
  readonly label?: string;
}

/** The slot of a figure's caption, before or after its picture. */
export interface CaptionReference {
  readonly kind: 'caption';
  readonly figure: number;
  /** The caption contains markup and stays in the HTML: the slot takes only what follows it. */
  readonly within?: true;
}

/** The slot of a clip's transcript, after its figure. */
export interface TranscriptReference {
  readonly kind: 'transcript';
  readonly figure: number;
}

/** The slot of the link to a style sheet, before the first element that needs it. */
export interface StyleReference {
  readonly kind: 'style';
  readonly style: BlockStyle;
  /** Before all words of the text: pages print the link before the text. */
  readonly opening?: true;
}
