import type { Genre } from '../../../content/article/genre.ts';
import type { Brief } from '../story-inputs.ts';

/** How a front page is made where no editor has chosen. Counts are of stories. */
export const frontRules = {
  /** The lead is the newest story with a picture among so many, else the newest. */
  leadFrom: 4,
  /** Kinds of work that lead a front page, and are among the top stories, only if an editor says so. */
  notOnTop: ['opinion', 'editorial', 'letter', 'sponsored'] as readonly (Genre | undefined)[],
  /** Kinds of work in a row of their own, if there are so many. At most `row`. */
  opinions: {
    kinds: ['opinion', 'editorial', 'letter'] as readonly (Genre | undefined)[],
    from: 2,
    row: 4,
  },
  /**
   * A running story that goes on has a package of its own if so many (`from`) of the `among` newest
   * are of it, and the page shows `others` besides. At most `row` stories, in at most `packages`,
   * and none where an editor chose packages.
   */
  runningStories: { from: 2, among: 16, others: 6, row: 5, packages: 2 },
  /** The most stories beside the lead, and how many others there must be to have any there. */
  beside: 5,
  besideFrom: 5,
  /**
   * How many stories there are below the lead, each of another section if there are enough: the
   * number that leaves the least empty room in all rows. An earlier number of this list is used
   * unless a later one leaves less, by this share for each place in the list.
   */
  top: [4, 3, 5, 2, 6],
  order: 0.02,
  /** The same for the newest page of a list. */
  listTop: [4, 3],
  /** The stories below the lead are among so many of the newest, those with a picture first. */
  topFrom: 12,
  /** A section with fewer stories shares its row. */
  ownRow: 3,
  /** The most stories of a section in one row. */
  row: 8,
} as const;

/** Whether a story may be among the first without an editor. */
export function mayBeOnTop({ genre }: Pick<Brief, 'genre'>): boolean {
  return !frontRules.notOnTop.includes(genre);
}
