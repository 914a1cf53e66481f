/**
 * A file's name as a part of an address: itself, but for what an address cannot hold. White
 * space and the characters `/ ? # % \ : * " < > | ^ ` { } [ ] & + ; = @ $ , ' ! ( )`, of
 * which some end a path, some need escapes and some are refused by file systems, become one
 * hyphen. NFC, so that macOS and Linux agree on an address.
 */
export function toSlug(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{C}\s/?#%\\:*"<>|^`{}[\]&+;=@$,'!()]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '');
}

/**
 * Whether a part of an address can be the name of a folder: file systems take 255 bytes, of which
 * endings such as `.md.br` and names of files that are still being written need some.
 */
export function fitsInName(part: string): boolean {
  // A UTF-16 unit is three bytes at most.
  return part.length <= 80 || new TextEncoder().encode(part).length <= 240;
}

/** Signs that tell one name from another: C, C++ and C#; NET and .NET; 50 and 50%. */
const telling: readonly (readonly [sign: RegExp, word: string])[] = [
  [/(?<=[\p{L}\p{N}+])\+(?![\p{L}\p{N}])|\+(?=\+)|(?<=\+)\+/gu, ' plus '],
  [/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}])/gu, ' sharp '],
  [/(?<=\p{N})%(?![\p{L}\p{N}])/gu, ' percent '],
  [/(?<![\p{L}\p{N}.])\.(?=\p{L})/gu, ' dot '],
];

/**
 * The slug of a section or topic: as `toSlug`, in lower case (contracts, section 5), with words for
 * signs without which two names would be one. `İ` becomes `i`, not `i` and a dot above.
 */
export function toNameSlug(name: string): string {
  const slug = nameSlugs.get(name) ?? createNameSlug(name);
  nameSlugs.set(name, slug);
  return slug;
}

/** Thousands of articles share few names. */
const nameSlugs = new Map<string, string>();

function createNameSlug(name: string): string {
  let text = name.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i');
  if (!/[\p{L}\p{N}]/u.test(text)) return toSlug(text);
  for (const [sign, word] of telling) text = text.replace(sign, word);
  return toSlug(text);
}

/** What of a name is one name in spite of case, spaces and hyphens. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replace(/[\s_\p{Pd}]+/gu, ' ')
    .trim();
}

/** A path of the site as it stands in an `href`: percent-encoded, slashes kept. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/gu, encodeURIComponent);
}
