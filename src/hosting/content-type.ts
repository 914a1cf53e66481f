import { extname } from 'node:path';

/** The media type of a file by its name, with `charset` for text. */
export function contentType(name: string): string {
  const type = contentTypes[extname(name).toLowerCase()];
  if (type === undefined) return 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** Whether a type is text, with or without `charset`: what hosts compress. */
export function isText(type: string): boolean {
  return /^text\/|[+/](?:xml|json|javascript)\b/u.test(type);
}

/** Media types by the ending of a name, without `charset`. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.txt': 'text/plain',
  // RFC 7763
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  // http://opml.org/spec2.opml registers none; this is what readers send and take.
  '.opml': 'text/x-opml',
  '.vtt': 'text/vtt',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.map': 'application/json',
  // https://www.w3.org/TR/appmanifest/#media-type-registration
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.otf': 'font/otf',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.zip': 'application/zip',
};
