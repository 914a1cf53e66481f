/** How a browser interprets a URL in an article. */
export type AddressKind = 'empty' | 'fragment' | 'internal' | 'web' | 'contact' | 'other';

const scheme = /^([a-z][a-z0-9+.-]*):/iu;

/**
 * Normalizes a URL as a browser does (https://url.spec.whatwg.org/#url-parsing), so that
 * policies check what the browser will follow. Removes control characters and spaces at both
 * ends and line breaks inside, lower-cases the scheme, turns `\` after the scheme into `/`, and
 * reads a URL that begins with two slashes as https.
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

/** Classifies a URL that `tidyAddress` has normalized. */
export function kindOfAddress(address: string): AddressKind {
  if (address === '') return 'empty';
  if (address.startsWith('#')) return 'fragment';
  switch (scheme.exec(address)?.[1]) {
    case undefined:
      // Anything that looks like a scheme is not one of our pages.
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
