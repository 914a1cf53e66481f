/** An article in the two forms that sites need. */
export interface ReadingArticle {
  /** The name of the file, and the last part of its address on every site. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Such as `2026-01-06`. */
  readonly date: string;
  /** Everything below the summary as Markdown, without front matter. */
  readonly body: string;
  /** The content file that Dateline reads. */
  readonly content: string;
  readonly picture?: ArticlePicture;
}

export interface ArticlePicture {
  /** The name of the file next to the article. */
  readonly file: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}
