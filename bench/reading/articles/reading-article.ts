/** One text in the two forms in which sites take it. */
export interface ReadingArticle {
  /** Names the file, and the last part of its address on every site. */
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Such as `2026-01-06`. */
  readonly date: string;
  /** Everything below the summary as Markdown, without front matter. */
  readonly body: string;
  /** The file as Dateline reads it. */
  readonly copy: string;
  readonly picture?: ArticlePicture;
}

export interface ArticlePicture {
  /** Name of the file, which stands beside the article. */
  readonly file: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}
