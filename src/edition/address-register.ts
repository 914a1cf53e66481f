/** Who has which address of a site, and which of its files and folders. */
export interface AddressRegister {
  /**
   * Notes an address of `owner`, or gives the owner of the one that is in its way. Case does not
   * tell addresses apart: some hosts and file systems do not either. Nor does a slash at the end,
   * and no file can be a folder as well.
   */
  readonly claim: (address: string, owner: string) => string | undefined;
  /** Claims a folder with all that may ever be in it. */
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
      const above = foldersAbove(file);
      const other =
        addresses.get(key) ??
        folders.get(file) ??
        above.map((folder) => files.get(folder) ?? closed.get(folder)).find(Boolean);
      if (other !== undefined) return other;
      addresses.set(key, owner);
      files.set(file, owner);
      for (const folder of above) if (!folders.has(folder)) folders.set(folder, owner);
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
  return address.normalize('NFC').toLowerCase().replace(/\/$/u, '');
}

/** `/a/b/c` -> `/a`, `/a/b` */
function foldersAbove(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(2).map((_, index) => parts.slice(0, index + 2).join('/'));
}
