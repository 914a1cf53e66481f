/** A store cannot be used, for a reason that the person who builds can correct. The message names it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** A code of the system, which decides whether the command may be run again as it is. */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(`STORE: ${message}`);
    this.code = code;
  }
}
