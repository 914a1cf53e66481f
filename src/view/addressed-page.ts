/** A page and the address at which it stands. */
export interface AddressedPage<T> {
  readonly address: string;
  readonly page: T;
}
