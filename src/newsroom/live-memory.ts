import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import type { ShownPicture } from './loaded-site.ts';
import type { Icons } from './prepare-logos.ts';
import type { Reading, StoredContentFile } from './read-content-files.ts';

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
  /** Copies as last read, by path, and what kept a file from being read. */
  read: ReadonlyMap<string, Reading>;
  /** Copies as they were when nothing was wrong with them, by path. */
  readonly good: Map<string, StoredContentFile>;
  readonly files: FileMemory;
  settings?: PublicationSettings;
  logos?: Logos;
}

/**
 * What was made of single files of the content folder, by their paths. It counts as long as nobody
 * touches the file: a build begins with nothing, the live preview forgets what was touched.
 */
export interface FileMemory {
  /** What was made of a file under this name; it is made now where there is nothing. */
  readonly once: <T>(path: string, name: string, make: () => T) => T;
  readonly get: (path: string, name: string) => unknown;
  readonly set: (path: string, name: string, made: unknown) => void;
  readonly forget: (isTouched: (path: string) => boolean) => void;
}

export function createFileMemory(): FileMemory {
  const files = new Map<string, Map<string, unknown>>();
  const get = (path: string, name: string) => files.get(path)?.get(name);
  const set = (path: string, name: string, made: unknown) => {
    const own = files.get(path);
    if (own) own.set(name, made);
    else files.set(path, new Map([[name, made]]));
  };
  return {
    get,
    set,
    once: (path, name, make) => {
      const known = get(path, name);
      if (known !== undefined) return known as never;
      const made = make();
      set(path, name, made);
      // What the disk refuses once it may give later.
      if (made instanceof Promise) made.catch(() => files.get(path)?.delete(name));
      return made;
    },
    forget: (isTouched) => {
      for (const path of files.keys()) if (isTouched(path)) files.delete(path);
    },
  };
}
