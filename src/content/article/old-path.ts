/**
 * Parses an old address of an article, as written or as copied from a browser (`/old/`,
 * `/%ED%95%9C/`), into its decoded path in NFC. `/old/index.html` becomes `/old/`. Undefined if it
 * is not a path that every file system and host supports below this site: with a query, `.` or
 * `..`, white space other than inner spaces, control characters, the characters `? # \ " < > | *`,
 * a part of more than 255 bytes, or more than 2,000 bytes in all.
 */
export function parseOldPath(written: string): string | undefined {
  const path = decode(written.trim())?.normalize('NFC');
  if (path === undefined || !/^\/(?!\/)(?: (?!\/|$)|[^\s\p{C}?#\\"<>|*])*$/u.test(path))
    return undefined;
  // Linux allows 4,096 bytes for a path, of which the output folder needs some.
  if (byteLength(path) > 2000) return undefined;
  const parts = path.split('/');
  if (parts.some((part) => part === '.' || part === '..' || byteLength(part) > 255))
    return undefined;
  return path.replace(/(?<=\/)index\.html$/iu, '');
}

/** Whether an old address is a file. For all others, the page is `index.html` in a folder. */
export function isPageFile(path: string): boolean {
  return /[^/]\.html?$/iu.test(path);
}

/** Undefined for invalid escapes or an encoded slash. */
function decode(path: string): string | undefined {
  if (/%2f/iu.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
