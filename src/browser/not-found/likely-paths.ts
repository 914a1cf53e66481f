/**
 * Paths that were probably meant by one where nothing is, likeliest first: without what a
 * sentence or a careless copy put behind it, with single slashes, in lower case. All in the form
 * that addresses of pages have: percent-encoded, with a slash at the end.
 */
export function likelyPaths(path: string): string[] {
  const plain = decode(path)
    .normalize('NFC')
    .replace(/[\p{Z}\p{C}]+/gu, '')
    .replace(/\/(?:index)?\.(?:html?|php|aspx?)$|\/index$/iu, '/')
    .replace(/\.html?$/iu, '')
    .replace(/[.,;:!?'"’”»)\]}>、。]+\/?$/u, '')
    .replace(/\/{2,}/gu, '/')
    .replace(/\/?$/u, '/');
  const paths = [plain, plain.toLowerCase()].map((likely) =>
    encodeURI(likely).replace(/[?#]/gu, encodeURIComponent),
  );
  return [...new Set(paths)].filter((likely) => likely !== path);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
