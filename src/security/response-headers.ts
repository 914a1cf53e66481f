import { documentPolicy } from './content-policy.ts';

/** A header and its value. */
export type Header = readonly [name: string, value: string];

/** What the answers to some addresses of a site have beside what all have. */
export interface AddressHeaders {
  /**
   * Patterns of addresses below the site's folder: `*` is any text, `:a` one segment. No address
   * fits two patterns that set one header: hosts would send both values.
   */
  readonly patterns: readonly string[];
  readonly headers: readonly Header[];
}

/** Of every answer, whatever it is. The Content-Security-Policy is the site's own. */
export const commonHeaders: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  // Other sites learn from where a reader comes, and not from which page.
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  // Pages use none of these. Features of one browser alone are left out: others complain of them.
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  // Says the same as frame-ancestors, to old browsers.
  ['X-Frame-Options', 'DENY'],
];

/**
 * Two years, as asked for by the browsers' lists of such sites. Not for subdomains, which may
 * belong to somebody else.
 */
export const strictTransport: Header = ['Strict-Transport-Security', 'max-age=63072000'];

/** Pages, and all that is named nowhere below: kept, and asked for anew each time. */
export const revalidate: Header = ['Cache-Control', 'public, max-age=0, must-revalidate'];

/** An address where nothing is may be one after the next deploy. */
export const notFoundCaching: Header = ['Cache-Control', 'no-store'];

const shortly: Header = ['Cache-Control', 'public, max-age=600'];

/** By address, in the order in which files name them. */
export const addressHeaders: readonly AddressHeaders[] = [
  {
    // Named by the hash of their bytes.
    patterns: ['/assets/*'],
    headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
  },
  {
    // Feeds and sitemaps: nothing below assets has this ending, since articles may link none.
    patterns: ['/*.xml', '/*.opml'],
    headers: [shortly],
  },
  {
    // One pattern for all would fit a file below assets whose hash ends like this.
    patterns: ['/feed.json', '/:a/feed.json', '/:a/:b/feed.json', '/:a/:b/:c/feed.json'],
    headers: [shortly],
  },
  {
    // Browsers look for a new worker at each visit, and must not find an old one.
    patterns: ['/sw.js'],
    headers: [['Cache-Control', 'no-cache']],
  },
  {
    // Scripts alone: pictures, cards and feeds may be shown elsewhere.
    patterns: ['/assets/*.js', '/sw.js'],
    headers: [['Cross-Origin-Resource-Policy', 'same-origin']],
  },
];

/**
 * Endings of files that come from a folder of articles and that browsers show by themselves. They
 * have `documentPolicy` in the place of the site's policy, on hosts that can replace a header.
 */
export const documentEndings: readonly string[] = ['svg', 'txt', 'csv', 'json', 'vtt'];

/** What documents have in the place of the site's own. */
export const documentHeader: Header = ['Content-Security-Policy', documentPolicy];
