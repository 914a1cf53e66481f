import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a host finds at a path. */
export type LocatedFile =
  | { readonly kind: 'file'; readonly path: string }
  /** A folder without its final slash, or with `index.html`: `to` is its canonical path. */
  | { readonly kind: 'folder'; readonly to: string }
  | { readonly kind: 'missing' };

/** Files that configure the host; hosts do not serve them. */
const RULES = new Set(['_headers', '_redirects']);

/** Whether a site contains a file; its path is relative to the site, with `/`. */
export type HasFile = (file: string) => boolean | Promise<boolean>;

/**
 * Finds what a host sends for a percent-encoded path such as `/2026/01/06/bridge/`. The path of the
 * file is relative to the site.
 */
export async function locate(path: string, has: HasFile): Promise<LocatedFile> {
  const segments = decodeSegments(path);
  if (segments === undefined || RULES.has(segments.join('/'))) return MISSING;
  const isFolder = path.endsWith('/');
  const wanted = [...segments, ...(isFolder ? ['index.html'] : [])].join('/');
  if (!isFolder && (await has(`${wanted}/index.html`)))
    return { kind: 'folder', to: toFolder(segments) };
  if (!(await has(wanted))) return MISSING;
  if (!isFolder && segments.at(-1) === 'index.html')
    return { kind: 'folder', to: toFolder(segments.slice(0, -1)) };
  return { kind: 'file', path: wanted };
}

/** The nearest `404.html` above a path, as on Cloudflare: `/ko/…` may have its own. */
export async function locateNotFound(path: string, has: HasFile): Promise<string | undefined> {
  const segments = decodeSegments(path) ?? [];
  for (let depth = segments.length; depth >= 0; depth -= 1) {
    const page = [...segments.slice(0, depth), '404.html'].join('/');
    if (await has(page)) return page;
  }
  return undefined;
}

/** `locate` in a folder on disk. The path is absolute, and links never lead outside the folder. */
export async function locateFile(root: string, path: string): Promise<LocatedFile> {
  const found = await locate(path, hasFile(root));
  if (found.kind !== 'file') return found;
  const wanted = join(root, found.path);
  const [folder, file] = await Promise.all([realpath(root), realpath(wanted)]);
  return file.startsWith(folder + sep) ? { kind: 'file', path: wanted } : MISSING;
}

/** `locateNotFound` in a folder on disk; the path is absolute. */
export async function locateNotFoundPage(
  root: string,
  path: string,
): Promise<string | undefined> {
  const page = await locateNotFound(path, hasFile(root));
  return page === undefined ? undefined : join(root, page);
}

function hasFile(root: string): HasFile {
  return async (file) =>
    (await stat(join(root, file)).catch(() => undefined))?.isFile() ?? false;
}

function toFolder(segments: readonly string[]): string {
  return segments.length === 0 ? '/' : `/${segments.map(encodeURIComponent).join('/')}/`;
}

const MISSING: LocatedFile = { kind: 'missing' };

/** Undefined for a path that no file can have. */
function decodeSegments(path: string): string[] | undefined {
  const parts = path.replace(/^\/|\/$/gu, '').split('/');
  if (parts.length === 1 && parts[0] === '') return path === '/' ? [] : undefined;
  try {
    const segments = parts.map(decodeURIComponent);
    return segments.every(isPlain) ? segments : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(segment: string): boolean {
  return !/^\.{0,2}$|[/\\\0]/u.test(segment);
}
