import type { FileList } from './file-list.ts';

/** What has to be done to a host that holds the files of one list so that it holds another's. */
export interface Delta {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Addresses below the site's folder of which a cache may hold an older answer. */
  readonly purge: readonly string[];
}

/** Everything in the order of its characters. */
export function compareFileLists(before: FileList, after: FileList): Delta {
  const paths = Object.keys(after.files).sort();
  const known = (path: string) => Object.hasOwn(before.files, path);
  const added = paths.filter((path) => !known(path));
  const changed = paths.filter(
    (path) => known(path) && before.files[path]?.sha256 !== after.files[path]?.sha256,
  );
  const removed = Object.keys(before.files)
    .filter((path) => !Object.hasOwn(after.files, path))
    .sort();
  // Where nothing was, a cache may hold that.
  const addresses = [...added, ...changed, ...removed].flatMap(addressesOf);
  return { added, changed, removed, purge: [...new Set(addresses)].sort() };
}

/** Under which addresses a file is answered: none for what configures a host, or never changes. */
function addressesOf(path: string): string[] {
  if (/^_(?:headers|redirects)$|^assets\//u.test(path)) return [];
  const plain = path.replace(/\.(?:br|gz)$/u, '');
  const address = `/${plain.split('/').map(encodeURIComponent).join('/')}`;
  return [address.replace(/\/index\.html$/u, '/')];
}
