import type { Kind } from './finding.ts';
import type { Masks } from './mask-source.ts';

/**
 * How a construct is recognised in text. Patterns take linear time: repetitions are bounded.
 */
export interface TextRule extends Omit<Kind, 'field' | 'cure'> {
  /** As in `Kind`; a function gets the written text. */
  readonly cure: string | ((written: string) => string);
  readonly pattern: RegExp;
  /**
   * One of these strings is in every match. Searching for it is faster than running the
   * pattern.
   */
  readonly with: string | readonly string[];
  /** What is masked before the pattern runs; `prose` by default. */
  readonly in?: keyof Masks;
  /**
   * Confirms a match that the pattern alone cannot decide. Receives the group `it`, or the
   * whole match.
   */
  readonly when?: (written: string) => boolean;
  /** Rejects all matches if the source also matches this. */
  readonly unless?: RegExp;
}
