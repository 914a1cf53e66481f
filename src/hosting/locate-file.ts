import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a host finds at an address of its folder. */
export type Location =
  | { readonly kind: 'file'; readonly path: string }
  /** A folder without its slash, or with its `index.html`: the right address. */
  | { readonly kind: 'folder'; readonly to: string }
  | { readonly kind: 'nothing' };

/** These configure the host and are not served. */
const RULES = new Set(['_headers', '_redirects']);

/**
 * Finds the file for a path such as `/2026/01/06/bridge/` (percent-encoded, from the root of the
 * folder), never one outside of the folder, also by a link.
 */
export async function locateFile(root: string, path: string): Promise<Location> {
  const segments = decodeSegments(path);
  if (segments === undefined || RULES.has(segments.join('/'))) return NOTHING;
  const isFolder = path.endsWith('/');
  const wanted = join(root, ...segments, isFolder ? 'index.html' : '');
  if (!isFolder && (await isFile(join(wanted, 'index.html'))))
    return { kind: 'folder', to: toFolder(segments) };
  if (!(await isFile(wanted))) return NOTHING;
  if (!isFolder && segments.at(-1) === 'index.html')
    return { kind: 'folder', to: toFolder(segments.slice(0, -1)) };
  const [folder, file] = await Promise.all([realpath(root), realpath(wanted)]);
  return file.startsWith(folder + sep) ? { kind: 'file', path: wanted } : NOTHING;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** The `404.html` nearest above an address, as Cloudflare answers: `/ko/…` has its own. */
export async function locateNotFoundPage(
  root: string,
  path: string,
): Promise<string | undefined> {
  const segments = decodeSegments(path) ?? [];
  for (let depth = segments.length; depth >= 0; depth -= 1) {
    const page = join(root, ...segments.slice(0, depth), '404.html');
    if (await isFile(page)) return page;
  }
  return undefined;
}

function toFolder(segments: readonly string[]): string {
  return segments.length === 0 ? '/' : `/${segments.map(encodeURIComponent).join('/')}/`;
}

const NOTHING: Location = { kind: 'nothing' };

/** Undefined for an address that no file can have. */
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
