import { lookup } from 'mrmime';

/** The media type of a file by its name, with `charset` for text. */
export function contentType(name: string): string {
  const type = mediaType(/\.[^./]*$/u.exec(name)?.[0].toLowerCase() ?? '');
  if (type === undefined) return 'application/octet-stream';
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** Whether a media type, with or without `charset`, is text. Hosts compress text. */
export function isText(type: string): boolean {
  return /^text\/|[+/](?:xml|json|javascript)\b/u.test(type);
}

/** Types that `mrmime` does not know, or for which hosts and feed readers expect another name. */
const exceptions: Readonly<Record<string, string>> = {
  // http://opml.org/spec2.opml registers no type; feed readers send and accept this one.
  '.opml': 'text/x-opml',
  '.xml': 'application/xml',
  '.ico': 'image/x-icon',
};

function mediaType(ending: string): string | undefined {
  return exceptions[ending] ?? (ending === '' ? undefined : lookup(ending));
}

/** Endings of the files that a site can contain. */
const endings = [
  ...['.html', '.css', '.js', '.mjs', '.txt', '.md', '.csv', '.opml', '.vtt', '.xml'],
  ...['.json', '.map', '.webmanifest', '.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp'],
  ...[
    '.avif',
    '.ico',
    '.woff',
    '.woff2',
    '.otf',
    '.mp3',
    '.m4a',
    '.ogg',
    '.opus',
    '.wav',
    '.mp4',
    '.webm',
    '.pdf',
  ],
  ...['.wasm', '.gz', '.zip'],
] as const;

/** Media types, without `charset`, by the endings of the files that a site can contain. */
export const contentTypes: Readonly<Record<string, string>> = Object.fromEntries(
  endings.map((ending) => [ending, mediaType(ending) ?? 'application/octet-stream']),
);
