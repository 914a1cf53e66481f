/** Says that a file cannot be published as a picture: what it is instead, and what helps. */
export class UnusablePicture extends Error {
  override readonly name = 'UnusablePicture';
  /** What the file is, as the end of "got …". */
  readonly got: string;
  readonly cure: string;

  constructor(got: string, cure: string) {
    super(got);
    this.got = got;
    this.cure = cure;
  }
}
