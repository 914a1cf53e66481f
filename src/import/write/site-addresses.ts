import { articleAddress, pageAddress } from '../../content/article/address.ts';
import { parseContentFileName } from '../../content/article/content-file-name.ts';
import { parseOldPath } from '../../content/article/old-path.ts';
import { createNewsDate, parseWrittenDate } from '../../language/news-date.ts';
import type { DraftFields } from '../draft.ts';

/** A file's own addresses: its page and, for an article, its Markdown version. */
export function ownAddresses(
  fields: Pick<DraftFields, 'date' | 'lang' | 'slug'>,
  file: string,
  { languages, timeZone }: { readonly languages: readonly string[]; readonly timeZone: string },
): string[] {
  const name = parseContentFileName(file, languages);
  const language = fields.lang ?? name.language ?? languages[0] ?? 'en';
  if (name.kind === 'page') return [pageAddress(fields.slug ?? name.slug, language, languages)];
  const written = parseWrittenDate(fields.date ?? name.day ?? '');
  if (written === undefined) return [];
  const date = createNewsDate(written, timeZone);
  const address = articleAddress(date, fields.slug ?? name.slug, language, languages);
  return [address, `${address.replace(/\/$/u, '')}.md`];
}

/**
 * Normalizes the forms of an address that a site cannot distinguish: `/A/b`, `/a/b/`,
 * `/a/b/index.html`, with or without percent-encoding. Undefined for anything that is not a path.
 */
export function claimKey(address: string): string | undefined {
  const path = parseOldPath(address);
  return path
    ?.toLowerCase()
    .replace(/\/(?:index\.html?)?$/u, '')
    .replace(/\/{2,}/gu, '/');
}

/** Lists, feeds and files that every site has. */
const sitePaths =
  /^(?:\/(?:\d{4}(?:\/\d\d(?:\/page(?:\/\d+)?)?)?|page(?:\/\d+)?|(?:section|topic|author|story)(?:\/[^/]+(?:\/\d+)?)?|credits(?:\/\d+)?|archive|follow|on-this-day(?:\/\d\d-\d\d)?|offline|search(?:\/files)?|manifest\.webmanifest|(?:.*\/)?(?:feed\.(?:xml|json)|atom\.xml)|sitemap-[a-z\d-]+\.xml))?$/u;
const reserved =
  /^\/(?:404\.html|assets(?:\/.*)?|sw\.js|_worker\.js|favicon\.svg|(?:apple-touch-icon|icon-(?:192|512|maskable))\.png|_headers|_redirects|(?:_routes|hosting|search-records|stories)\.json|news-sitemap\.xml|robots\.txt|llms\.txt|feeds\.opml|\.well-known\/security\.txt)$/u;

/** Whether a key belongs to an address that the site uses itself. */
export function isSiteAddress(key: string, languages: readonly string[]): boolean {
  const [, first = ''] = key.split('/');
  const isEdition = languages.some((language) => language.toLowerCase() === first);
  const below = isEdition ? key.slice(first.length + 1) : key;
  return sitePaths.test(below) || reserved.test(key);
}
