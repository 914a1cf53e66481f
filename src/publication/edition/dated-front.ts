import type { WrittenFront } from '../../content/settings/front-schema.ts';
import type { Problem } from '../../system/problems/problem.ts';

/** The path of a field from the top, as in `content/fields`. */
export type FieldPath = readonly (string | number)[];

/** A front page as an editor wrote it, from a time on. Times are in milliseconds since 1970. */
export interface DatedFront {
  readonly file: string;
  readonly front: WrittenFront;
  readonly start: number;
  readonly until?: number | undefined;
  /** The only edition that it is for. */
  readonly language?: string | undefined;
  readonly placeOf: (path: FieldPath) => Pick<Problem, 'line' | 'column' | 'field'>;
}
