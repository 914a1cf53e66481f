import type { Brief } from '../story-inputs.ts';

/** How the first stories of a page are chosen. */
export interface TopChoice {
  /** What an editor put there. */
  readonly order: readonly Brief[];
  /** Whether another story may be there. Default: no opinions. */
  readonly isFit?: ((brief: Brief) => boolean) | undefined;
}
