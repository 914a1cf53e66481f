/**
 * Remembers results for single files of the content folder, by their paths. A result is valid until
 * the file is touched: a build starts with an empty memory, the dev preview forgets touched files.
 */
export interface FileMemory {
  /** Gives the result with this name for a file, and computes it first where there is none. */
  readonly once: <T>(path: string, name: string, make: () => T) => T;
  readonly get: (path: string, name: string) => unknown;
  readonly set: (path: string, name: string, made: unknown) => void;
  readonly forget: (isTouched: (path: string) => boolean) => void;
}

export function createFileMemory(): FileMemory {
  const files = new Map<string, Map<string, unknown>>();
  const get = (path: string, name: string) => files.get(path)?.get(name);
  const set = (path: string, name: string, made: unknown) => {
    const results = files.get(path);
    if (results) results.set(name, made);
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
      // A disk error may not happen again.
      if (made instanceof Promise) made.catch(() => files.get(path)?.delete(name));
      return made;
    },
    forget: (isTouched) => {
      for (const path of files.keys()) if (isTouched(path)) files.delete(path);
    },
  };
}
