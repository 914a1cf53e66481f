/** What a browser would make of an address in copy. */
export type AddressKind = 'empty' | 'fragment' | 'internal' | 'web' | 'contact' | 'other';

const scheme = /^([a-z][a-z0-9+.-]*):/iu;

/**
 * An address as a browser reads it, so that what is judged is what will be followed
 * (https://url.spec.whatwg.org/#url-parsing): control characters and spaces at the ends
 * and line breaks within go, the scheme is lower-case, `\` after it is `/`, and an
 * address without scheme that begins with two slashes is https.
 */
export function tidyAddress(written: string): string {
  const address = written
    // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop exactly these
    .replace(/^[\u0000-\u0020]+|(?<![\u0000-\u0020])[\u0000-\u0020]+$|[\t\n\r]+/gu, '');
  if (/^[\\/]{2}/u.test(address)) return `https://${address.replace(/^[\\/]+/u, '')}`;
  const name = scheme.exec(address)?.[1]?.toLowerCase();
  if (name === undefined) return address;
  const rest = address.slice(name.length + 1);
  return name === 'http' || name === 'https'
    ? `${name}://${rest.replace(/^[\\/]+/u, '')}`
    : `${name}:${rest}`;
}

/** The kind of a tidied address. */
export function kindOfAddress(address: string): AddressKind {
  if (address === '') return 'empty';
  if (address.startsWith('#')) return 'fragment';
  switch (scheme.exec(address)?.[1]) {
    case undefined:
      // What looks like a scheme to anybody is none of ours.
      return /^[^/?#]*:/u.test(address) ? 'other' : 'internal';
    case 'http':
    case 'https':
      return /^https?:\/\/[^/?#]/u.test(address) ? 'web' : 'other';
    case 'mailto':
    case 'tel':
      return 'contact';
    default:
      return 'other';
  }
}
