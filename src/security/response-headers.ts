import { documentPolicy } from './content-policy.ts';

/** A header and its value. */
export type Header = readonly [name: string, value: string];

/** Additional headers for some addresses of a site. */
export interface AddressHeaders {
  /**
   * Patterns without the base path: `*` is any text, `:a` one segment. No address matches two patterns
   * that set the same header, because hosts would send both values.
   */
  readonly patterns: readonly string[];
  readonly headers: readonly Header[];
}

/** Headers of every answer, besides the Content-Security-Policy, which depends on the site. */
export const commonHeaders: readonly Header[] = [
  ['X-Content-Type-Options', 'nosniff'],
  // Other sites see the origin that a reader comes from, but not the page.
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  // Pages use none of these. Other browsers warn about features that only one browser has.
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  ],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  // The same as frame-ancestors, for old browsers.
  ['X-Frame-Options', 'DENY'],
];

/**
 * Two years, which the preload lists of browsers require. Without subdomains, which may belong to
 * somebody else.
 */
export const strictTransport: Header = ['Strict-Transport-Security', 'max-age=63072000'];

/** Pages and everything not listed below: stored, and revalidated each time. */
export const revalidate: Header = ['Cache-Control', 'public, max-age=0, must-revalidate'];

/** A missing address may exist after the next deploy. */
export const notFoundCaching: Header = ['Cache-Control', 'no-store'];

const shortly: Header = ['Cache-Control', 'public, max-age=600'];

/** In the order of the files for hosts. */
export const addressHeaders: readonly AddressHeaders[] = [
  {
    // Files with a content hash in their name.
    patterns: ['/assets/*'],
    headers: [['Cache-Control', 'public, max-age=31536000, immutable']],
  },
  {
    // Feeds and sitemaps. No file below assets has these endings: articles cannot link to such files.
    patterns: ['/*.xml', '/*.opml'],
    headers: [shortly],
  },
  {
    // `/*feed.json` would also match files below assets.
    patterns: ['/feed.json', '/:a/feed.json', '/:a/:b/feed.json', '/:a/:b/:c/feed.json'],
    headers: [shortly],
  },
  {
    // Browsers check for a new worker at each visit, and must not get an old one.
    patterns: ['/sw.js'],
    headers: [['Cache-Control', 'no-cache']],
  },
  {
    // Only scripts: other sites may show pictures, cards and feeds.
    patterns: ['/assets/*.js', '/sw.js'],
    headers: [['Cross-Origin-Resource-Policy', 'same-origin']],
  },
];

/**
 * Endings of files from the content folder that browsers display. On hosts that can replace a header,
 * they have `documentPolicy` instead of the policy of the site.
 */
export const documentEndings: readonly string[] = ['svg', 'txt', 'csv', 'json', 'vtt'];

/** The policy of documents. */
export const documentHeader: Header = ['Content-Security-Policy', documentPolicy];
