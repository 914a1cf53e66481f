import type { ViewContext } from './view-context.ts';

/** A page that can be made: its address, and all that it is made from beside the context. */
export interface PlannedPage<Inputs extends object = object, Page extends object = object> {
  readonly address: string;
  /** Plain data. */
  readonly inputs: Inputs;
  /** Looks at nothing but what it is given. */
  readonly create: (context: ViewContext, inputs: Inputs) => Page;
}
