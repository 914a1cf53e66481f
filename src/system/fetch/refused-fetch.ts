/** An address that is not fetched, or that gave nothing to import; the message says why. */
export class RefusedFetch extends Error {
  override readonly name = 'RefusedFetch';
}
