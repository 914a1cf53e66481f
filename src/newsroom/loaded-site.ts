import type { Publication } from '../edition/publication.ts';
import type { Severity } from '../problems/problem.ts';
import type { Settings } from '../publication/settings.ts';
import type { Asset, ShownPicture } from './entry.ts';
import type { Icons } from './prepare-icons.ts';

/** All that pages are made from. */
export interface LoadedSite {
  readonly publication: Publication;
  /** By paths below the content folder. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly settings: Settings;
  readonly logo?: ShownPicture;
  /** The same for the dark theme. */
  readonly darkLogo?: ShownPicture;
  /** The publication's own icon. */
  readonly icons?: Icons;
  /** Hashes of all that each copy was made from, by its path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The clock of this build, milliseconds since 1970. */
  readonly now: number;
  readonly preview?: Preview;
}

/** What only the live preview shows. */
export interface Preview {
  /** A hash that differs where what is shown differs. */
  readonly state: string;
  /** Its clock: what is not published yet is marked. */
  readonly now: number;
  readonly problems: readonly {
    readonly severity: Severity;
    /** As problems name it: `content/bridge.md`. */
    readonly file: string;
    /** The whole problem, with its place. */
    readonly text: string;
  }[];
  /** Files, named in the same way, whose last good copy is shown in place of them. */
  readonly standIns: ReadonlySet<string>;
}
