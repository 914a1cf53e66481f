import { editionLists, isReplaced } from './list-addresses.ts';
import type { Publication } from './publication.ts';

/** Lists that are not made, since a page has their address. */
export function listReplaced({
  editions,
  settings,
}: Publication): { readonly file: string; readonly address: string }[] {
  return editions.flatMap((edition) => {
    const made = editionLists({ ...edition, pages: [] }, settings);
    const replaced = new Set(
      made.filter(({ kind }) => isReplaced(kind, edition)).map(({ address }) => address),
    );
    return edition.pages
      .filter(({ address, draft }) => !draft && replaced.has(address))
      .map(({ file, address }) => ({ file, address }));
  });
}
