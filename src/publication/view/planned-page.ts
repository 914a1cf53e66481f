/** A page to create: its address, its kind, and all that it is made from. Plain data. */
export interface PlannedPage<Kind extends string = string, Inputs = unknown> {
  readonly address: string;
  readonly page: Kind;
  readonly inputs: Inputs;
}
