/** Who has which address of a site, and which of its files and folders. */
export interface AddressRegister {
  /**
   * Notes an address of `owner`, or gives the owner of the one that is in its way. Case does not
   * tell addresses apart: some hosts and file systems do not either. Nor does a slash at the end,
   * and no file can be a folder as well.
   */
  readonly claim: (address: string, owner: string) => string | undefined;
  /** Claims a folder with all that may ever be in it, before anything in it is claimed. */
  readonly close: (folder: string, owner: string) => void;
}

export function createRegister(): AddressRegister {
  const addresses = new Map<string, string>();
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const closed = new Map<string, string>();
  return {
    claim(address, owner) {
      const key = keyOf(address);
      const file = address.endsWith('/') ? `${key}/index.html` : key;
      const above = newFolders(file, folders);
      let other = addresses.get(key) ?? folders.get(file);
      for (const folder of above) other ??= files.get(folder) ?? closed.get(folder);
      if (other !== undefined) return other;
      addresses.set(key, owner);
      files.set(file, owner);
      for (const folder of above) folders.set(folder, owner);
      return undefined;
    },
    close(folder, owner) {
      const key = keyOf(folder);
      addresses.set(key, owner);
      closed.set(key, owner);
    },
  };
}

function keyOf(address: string): string {
  const key = address.normalize('NFC').toLowerCase();
  return key.endsWith('/') ? key.slice(0, -1) : key;
}

/**
 * `/a/b/c` -> `/a`, `/a/b`, without those that are folders already: what is above them was looked at
 * when they became folders, and no folder becomes a file.
 */
function newFolders(file: string, folders: ReadonlyMap<string, string>): string[] {
  const above: string[] = [];
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    const folder = file.slice(0, end);
    if (folders.has(folder)) break;
    above.unshift(folder);
  }
  return above;
}
