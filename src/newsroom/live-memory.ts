import type { PublicationSettings } from '../publication/publication-settings.ts';
import type { ShownPicture } from './asset.ts';
import type { Icons } from './prepare-icons.ts';
import type { FailedReading, SourcedCopy } from './read-copies.ts';

/** The logo, the one for the dark theme, and the icon. */
export interface Logos {
  /** In place of the name, in the masthead. */
  readonly logo?: ShownPicture;
  readonly darkLogo?: ShownPicture;
  readonly icons?: Icons;
}

/**
 * What the live preview remembers from one reading of the content folder to the next: the last
 * good copy of each file and the last good `publication.yaml` take the place of those with a
 * mistake.
 */
export interface LiveMemory {
  /** Copies as last read, by path. */
  read: ReadonlyMap<string, SourcedCopy>;
  /** Copies as they were when nothing was wrong with them, by path. */
  readonly good: Map<string, SourcedCopy>;
  readonly failed: Map<string, FailedReading>;
  settings?: PublicationSettings;
  logos?: Logos;
}
