import { encodePath } from '../../content/article/slug.ts';
import type { Publication } from '../edition/publication.ts';

/** Every old address with the one it leads to: paths below the site's folder, percent-encoded. */
export function listRedirects(publication: Publication): { from: string; to: string }[] {
  return [...publication.byPath.values()].flatMap(({ aliases, address }) =>
    aliases.map((alias) => ({ from: encodePath(alias), to: encodePath(address) })),
  );
}
