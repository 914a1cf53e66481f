/**
 * Where the stages of a sharded build keep what they share. Names are paths below the folder, with `/`;
 * one that ends with `/` is a folder with everything below it. A name that leads out of the folder is
 * an error.
 */
export interface Store {
  /** The local folder, absolute: `CACHE_DIR` for this command. */
  readonly folder: string;
  /**
   * Brings files to the local folder. Those that do not exist in the store are skipped, those that are
   * already here with the same content are not loaded again. A file is replaced whole or not at all.
   */
  readonly pull: (names: Iterable<string>) => Promise<void>;
  /**
   * Sends local files, in any order: ends when all are there. Push a record that names other files
   * after them. A local file that does not exist is an error, since the build has just made it.
   */
  readonly push: (names: Iterable<string>) => Promise<void>;
  /** Removes files from the store and from the local folder. */
  readonly remove: (names: Iterable<string>) => Promise<void>;
  /** What was moved since the store was opened; nothing if the store is a folder. */
  readonly traffic: () => StoreTraffic;
}

/** Files and bytes that were received and sent. */
export interface StoreTraffic {
  readonly received: { readonly files: number; readonly bytes: number };
  readonly sent: { readonly files: number; readonly bytes: number };
}
