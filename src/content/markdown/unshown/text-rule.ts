import type { Kind } from './finding.ts';
import type { Masks } from './mask-source.ts';

/** How a construct is recognised in the text of copy. Patterns take linear time: what repeats is bounded. */
export interface TextRule extends Omit<Kind, 'field'> {
  readonly pattern: RegExp;
  /** What every match holds, as `in` has it, or some of which: quicker to look for than the pattern. */
  readonly with: string | readonly string[];
  /** What is covered before the pattern looks; `prose` unless something else is named. */
  readonly in?: keyof Masks;
  /** Whether a match is one, where a pattern cannot tell. Gets the group `it`, or all of the match. */
  readonly when?: (written: string) => boolean;
  /** What else in the source says that it is none. */
  readonly unless?: RegExp;
}
