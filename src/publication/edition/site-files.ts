/** Files of the whole site that are neither stories nor for feed readers and crawlers. */
export const siteFile = {
  notFound: '/404.html',
  serviceWorker: '/sw.js',
  favicon: '/favicon.svg',
  touchIcon: '/apple-touch-icon.png',
  icon192: '/icon-192.png',
  icon512: '/icon-512.png',
  maskableIcon: '/icon-maskable.png',
} as const;

/** Files for programs, at the root of the site. */
export const noticeAddress = {
  sitemapIndex: '/sitemap-index.xml',
  newsSitemap: '/news-sitemap.xml',
  robots: '/robots.txt',
  llms: '/llms.txt',
  feedList: '/feeds.opml',
  security: '/.well-known/security.txt',
} as const;

/** Files that hosts read, and files that a build writes beside the site. */
const hostFiles = [
  '/_headers',
  '/_redirects',
  '/_routes.json',
  '/_worker.js',
  '/hosting.json',
  '/search-records.json',
  '/stories.json',
];

/** Files that a publication may replace by its own (`theme/public`). */
export const replaceableFiles: readonly string[] = [
  siteFile.favicon,
  siteFile.touchIcon,
  siteFile.icon192,
  siteFile.icon512,
  siteFile.maskableIcon,
  noticeAddress.robots,
  noticeAddress.llms,
];

/** The addresses of files that every site has or that hosts read. No story may have them. */
export const reservedAddresses: readonly string[] = [
  ...Object.values(siteFile),
  ...hostFiles,
  ...Object.values(noticeAddress),
];
