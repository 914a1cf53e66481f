/**
 * Turns a file name into part of an address. White space and the characters `/ ? # % \ : * " < > |
 * ^ ` { } [ ] & + ; = @ $ , ' ! ( )`, which end a path, need escapes or are rejected by file
 * systems, become one hyphen. NFC, so that macOS and Linux agree.
 */
export function toSlug(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{C}\s/?#%\\:*"<>|^`{}[\]&+;=@$,'!()]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '');
}

/**
 * Whether part of an address fits a folder name: file systems allow 255 bytes, of which endings
 * such as `.md.br` and temporary names need some.
 */
export function fitsInName(part: string): boolean {
  // A UTF-16 unit has at most three bytes in UTF-8.
  return part.length <= 80 || new TextEncoder().encode(part).length <= 240;
}

/** Signs that distinguish names: C, C++ and C#; NET and .NET; 50 and 50%. */
const telling: readonly (readonly [sign: RegExp, word: string])[] = [
  [/(?<=[\p{L}\p{N}+])\+(?![\p{L}\p{N}])|\+(?=\+)|(?<=\+)\+/gu, ' plus '],
  [/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}])/gu, ' sharp '],
  [/(?<=\p{N})%(?![\p{L}\p{N}])/gu, ' percent '],
  [/(?<![\p{L}\p{N}.])\.(?=\p{L})/gu, ' dot '],
];

/**
 * The slug of a section or topic: like `toSlug`, in lower case, with words for signs that
 * distinguish names. `İ` becomes `i`, without a combining dot.
 */
export function toNameSlug(name: string): string {
  const slug = nameSlugs.get(name) ?? createNameSlug(name);
  nameSlugs.set(name, slug);
  return slug;
}

/** A cache: thousands of articles share few names. */
const nameSlugs = new Map<string, string>();

function createNameSlug(name: string): string {
  let text = name.normalize('NFC').toLowerCase().replaceAll('i\u0307', 'i');
  if (!/[\p{L}\p{N}]/u.test(text)) return toSlug(text);
  for (const [sign, word] of telling) text = text.replace(sign, word);
  return toSlug(text);
}

/** Normalizes a name, ignoring case, spaces and hyphens. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replace(/[\s_\p{Pd}]+/gu, ' ')
    .trim();
}

/** Percent-encodes a path for an `href`. Slashes are kept. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/gu, encodeURIComponent);
}
