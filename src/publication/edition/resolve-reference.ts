import type { Story } from '../../content/article/article.ts';
import { fileBeside, joinPath } from '../../content/article/file-path.ts';
import { decodePercent } from '../../language/decode-percent.ts';

/** The target of a reference in an article's text. */
export type Target =
  | { readonly kind: 'story'; readonly story: Story; readonly suffix: string }
  /** An address of the site other than a story: a list, a front page. */
  | { readonly kind: 'address'; readonly address: string; readonly suffix: string }
  /** A picture or attachment, by its path below the content folder. */
  | { readonly kind: 'file'; readonly path: string; readonly suffix: string };

export interface Site {
  readonly byPath: ReadonlyMap<string, Story>;
  readonly byAddress: ReadonlyMap<string, Story>;
  readonly addresses: { has(address: string): boolean };
  readonly files: { has(path: string): boolean };
}

/**
 * Resolves an address written in a content file: a file beside it (`other.md`, `../a/b.jpg`), a
 * path below the content folder or an address of the site (`/about/`). `suffix` keeps
 * `?query#fragment`. Undefined if the target does not exist.
 */
export function resolveReference(written: string, from: Story, site: Site): Target | undefined {
  const [, path = '', end = ''] = /^([^?#]*)(.*)$/su.exec(written) ?? [];
  const suffix = inNfc(end);
  const decoded = decodePercent(path).normalize('NFC');
  const file = fileBeside(from.path, path);
  if (file !== undefined) {
    const found = findFile(file, suffix, site);
    if (found) return found;
  }
  const absolute = decoded.startsWith('/') ? decoded : joinAddress(from.address, decoded);
  const address =
    absolute.endsWith('/') || absolute.endsWith('.html') ? absolute : `${absolute}/`;
  const story = site.byAddress.get(address);
  if (story) return { kind: 'story', story, suffix };
  // A generated file: `/feed.xml`.
  if (site.addresses.has(absolute)) return { kind: 'address', address: absolute, suffix };
  return site.addresses.has(address) ? { kind: 'address', address, suffix } : undefined;
}

function findFile(file: string, suffix: string, site: Site): Target | undefined {
  const bare = file.replace(/\/$/u, '');
  for (const path of [bare, `${bare}.md`, `${bare}/index.md`]) {
    const story = site.byPath.get(path);
    if (story) return { kind: 'story', story, suffix };
  }
  return site.files.has(bare) ? { kind: 'file', path: bare, suffix } : undefined;
}

function joinAddress(from: string, relative: string): string {
  const joined = joinPath(from.split('/').filter(Boolean), relative);
  return joined === undefined
    ? '/'
    : `/${joined}${/(?:^|\/)\.{0,2}$/u.test(relative) ? '/' : ''}`;
}

/** Normalizes `?query#fragment` to NFC like ids, since browsers compare them by code unit. */
function inNfc(suffix: string): string {
  const decoded = decodePercent(suffix);
  const normal = decoded.normalize('NFC');
  return normal === decoded ? suffix : encodeURI(normal);
}
