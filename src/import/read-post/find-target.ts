import { posix, resolve } from 'node:path';
import { toSlug } from '../../content/article/slug.ts';
import { kindOfAddress, tidyAddress } from '../../content/markdown/address.ts';
import { mediumOf } from '../../content/markdown/clip-address.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import type { DraftPicture } from '../draft.ts';
import { addressKey, type PostFolder } from './post-folder.ts';
import type { AddPicture } from './read-image.ts';

/** Pictures, and clips, which are written in the same way. */
const kinds = /\.(?:jpe?g|png|webp|avif|gif|mp4|webm|mp3|m4a|ogg|opus|wav)$/iu;

/**
 * Collects the picture files of a post, without duplicates, under names that begin with the
 * post's own.
 */
interface PostPictures {
  readonly add: AddPicture;
  readonly pictures: readonly DraftPicture[];
}

export function createPostPictures(
  path: string,
  name: string,
  folder: PostFolder,
  isWanted: boolean,
): PostPictures {
  const byPath = new Map<string, DraftPicture>();
  const add = (address: string) => {
    const target = isWanted ? findTarget(address, path, folder) : undefined;
    if (target?.kind !== 'file' || !kinds.test(target.path)) return undefined;
    const known = byPath.get(target.path);
    if (known) return `./${known.name}`;
    const own = toSlug(posix.basename(target.path));
    const stem = own.startsWith(name) ? own : `${name}-${own}`;
    const taken = new Set([...byPath.values()].map((picture) => picture.name.toLowerCase()));
    let free = stem;
    for (let count = 2; taken.has(free.toLowerCase()); count++)
      free = stem.replace(/(?=\.[^.]+$)/u, `-${count}`);
    byPath.set(target.path, { name: free, from: resolve(folder.root, target.path) });
    for (const [ending, file] of besideClip(target.path, folder)) {
      const name = free.replace(/\.[^.]+$/u, ending);
      if (!taken.has(name.toLowerCase()))
        byPath.set(file, { name, from: resolve(folder.root, file) });
    }
    return `./${free}`;
  };
  return {
    add,
    get pictures() {
      return [...byPath.values()];
    },
  };
}

/** Captions, transcripts and the poster of a clip have its name, so that a page finds them. */
const beside =
  /^(?:\.[a-z]{2,3}(?:-[a-z\d]{2,8})*)?\.(?:vtt|txt)$|^\.(?:jpe?g|png|webp|avif)$/iu;

/** The files beside a clip, with what follows its name: `.ko.vtt`. */
function besideClip(path: string, { files }: PostFolder): [ending: string, file: string][] {
  if (mediumOf(path) === undefined) return [];
  const stem = path.replace(/\.[^./]+$/u, '');
  return [...files]
    .filter((file) => file !== path && file.startsWith(`${stem}.`))
    .map((file): [string, string] => [file.slice(stem.length), file])
    .filter(([ending]) => beside.test(ending))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What an address in a post refers to. */
type Target =
  /** Another post of the folder, by path. */
  | { readonly kind: 'post'; readonly path: string }
  /** A file of the site, by path. */
  | { readonly kind: 'file'; readonly path: string }
  /** A place in the post itself. */
  | { readonly kind: 'fragment' }
  /** An address that works unchanged. */
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'nothing' };

/** Folders that generators publish at the root of a site. */
const shown = ['', 'static/', 'public/', 'assets/', 'content/', 'src/', 'src/content/'];

/** Resolves an address in the post at `path` (relative to the site's root). */
export function findTarget(written: string, path: string, folder: PostFolder): Target {
  const address = tidyAddress(written);
  const kind = kindOfAddress(address);
  if (kind === 'fragment') return { kind };
  if (kind === 'contact') return { kind: 'web', address };
  if (kind === 'web') return findOnSite(address, path, folder) ?? { kind: 'web', address };
  if (kind !== 'internal') return { kind: 'nothing' };
  const bare = decodePercent(address.replace(/[?#].*$/su, '')).normalize('NFC');
  // A link to the post itself.
  if (bare === '') return { kind: 'nothing' };
  // Every site has a front page.
  if (bare === '/') return { kind: 'web', address };
  const isRooted = bare.startsWith('/');
  const base = isRooted ? '' : posix.dirname(path);
  const places = isRooted ? shown.map((top) => `${top}${bare.slice(1)}`) : [join(base, bare)];
  // Jekyll and Astro resolve many relative paths from the root.
  if (!isRooted) places.push(...shown.map((top) => `${top}${bare.replace(/^\.\//u, '')}`));
  for (const place of places.map((item) => posix.normalize(item))) {
    const own = place.replace(/\/$/u, '');
    for (const form of [own, `${own}.md`, `${own}.markdown`, `${own}/index.md`])
      if (folder.posts.has(form)) return { kind: 'post', path: form };
    if (folder.files.has(place)) return { kind: 'file', path: place };
  }
  const own = folder.posts.get(path)?.aliases[0];
  const absolute = isRooted ? bare : posix.join(own ?? '/', isRooted ? bare : `./${bare}`);
  const post =
    folder.byAddress.get(addressKey(absolute)) ?? folder.byAddress.get(addressKey(`/${bare}`));
  return post === undefined ? { kind: 'nothing' } : { kind: 'post', path: post };
}

/** Maps a URL of this site to its post, if there is one. */
function findOnSite(address: string, path: string, folder: PostFolder): Target | undefined {
  const { url } = folder.site;
  if (url === undefined || !URL.canParse(address)) return undefined;
  const there = new URL(address);
  if (there.host !== new URL(url).host || there.pathname === '/') return undefined;
  const target = findTarget(`${there.pathname}${there.hash}`, path, folder);
  return target.kind === 'post' ? target : undefined;
}

function join(base: string, relative: string): string {
  return posix.normalize(base === '.' ? relative : `${base}/${relative}`);
}
