/** A content file changed during the build: all files of a site must have the same state of the content. */
export class ChangedContent extends Error {
  override readonly name = 'ChangedContent';

  /** `path` is below the content folder. */
  constructor(path: string) {
    super(`${path} was changed during the build; build again. Nothing was published.`);
  }
}
