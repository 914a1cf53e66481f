/**
 * An old address of an article, as it is written or as a browser shows or copies it
 * (`/old/`, `/%ED%95%9C/`) -> its path with every character itself, NFC; `/old/index.html` is the
 * page of `/old/`. Undefined where it is
 * no path below this site that every file system and host can have: one with a query, `.` or
 * `..`, white space other than a space within, control characters, the characters `? # \ " < > | *`, or a part of
 * more than 255 bytes, or more than 2,000 bytes in all.
 */
export function parseOldPath(written: string): string | undefined {
  const path = decode(written.trim())?.normalize('NFC');
  if (path === undefined || !/^\/(?!\/)(?: (?!\/|$)|[^\s\p{C}?#\\"<>|*])*$/u.test(path))
    return undefined;
  // The longest path of a file on Linux is 4,096 bytes, and the output lies somewhere itself.
  if (byteLength(path) > 2000) return undefined;
  const parts = path.split('/');
  if (parts.some((part) => part === '.' || part === '..' || byteLength(part) > 255))
    return undefined;
  return path.replace(/(?<=\/)index\.html$/iu, '');
}

/** Whether an old address is that of a file: at all others a folder has the page. */
export function isPageFile(path: string): boolean {
  return /[^/]\.html?$/iu.test(path);
}

/** Undefined for what is no percent-encoding, or hides a slash. */
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
