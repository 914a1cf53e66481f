/** The owners of the addresses, files and folders of a site. */
export interface AddressRegister {
  /**
   * Registers an address for `owner`, or returns the owner of a conflicting one. Case and a
   * trailing slash do not distinguish addresses, since some hosts and file systems ignore them. A
   * file cannot also be a folder.
   */
  readonly claim: (address: string, owner: string) => string | undefined;
  /** Reserves a folder with everything in it, before anything in it is claimed. */
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
 * `/a/b/c` -> `/a`, `/a/b`, without known folders: their parents were checked before, and a folder
 * never becomes a file.
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
