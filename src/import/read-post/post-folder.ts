import type { FieldValue } from '../../content/fields/fields.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { DraftName } from '../draft.ts';
import type { Inherited } from './field-reader.ts';

export type Generator = 'jekyll' | 'hugo' | 'eleventy' | 'astro' | 'plain';

/** Settings of a site that its posts depend on. */
export interface SiteSettings {
  /** IANA name of the zone used for addresses. */
  readonly timeZone?: string | undefined;
  /** `https://example.org`, without a trailing slash. */
  readonly url?: string;
  readonly title?: string;
  /** Jekyll's permalink pattern. */
  readonly permalink?: string;
  /** Hugo's permalink patterns, by section. */
  readonly permalinks: ReadonlyMap<string, string>;
  readonly languages: SiteLanguages;
  /** All settings, with the site's data below `data`. */
  readonly values?: FieldValue;
}

/** Languages in a site's settings. */
export interface SiteLanguages {
  readonly listed: ReadonlySet<string>;
  /** Hugo's language folders, such as `content/es`. */
  readonly folders: ReadonlyMap<string, string>;
  /** The language whose addresses begin at the root. */
  readonly main?: string | undefined;
  /** Whether addresses of the main language have a prefix as well. */
  readonly prefixesAll: boolean;
}

/** Settings of a site without settings. */
export const noSettings: SiteSettings = {
  permalinks: new Map(),
  languages: { listed: new Set(), folders: new Map(), prefixesAll: false },
};

/** A post in the index of its folder. */
export interface FolderPost {
  /** Relative to the site's root, with `/`. */
  readonly path: string;
  readonly title?: string | undefined;
  /** Its unique file name in this import. */
  readonly name: string;
  readonly language?: PathLanguage | undefined;
  /** The date of its original, for a translation without its own. */
  readonly date?: string | undefined;
  /** Its old paths, which become aliases; unique among posts. */
  readonly aliases: readonly string[];
}

/** What a post needs to know about its site, without the texts of other posts. */
export interface PostFolder {
  readonly generator: Generator;
  /** Absolute path of the site's root. */
  readonly root: string;
  /** All files below the root, as paths with `/`; `whole` is false if there are too many. */
  readonly files: ReadonlySet<string>;
  readonly whole: boolean;
  readonly posts: ReadonlyMap<string, FolderPost>;
  /** Path of a post by address (see `addressKey`). */
  readonly byAddress: ReadonlyMap<string, string>;
  /** Authors by the short names that posts use. */
  readonly authors: ReadonlyMap<string, DraftName>;
  readonly site: SiteSettings;
  /** Fields that a post inherits, by its path. */
  readonly inherit: (path: string) => readonly Inherited[];
}

/** Normalizes an address: `/a/b/`, `/a/b`, `/a/b.html`, `/A/b/index.html` have the same key. */
export function addressKey(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/index\.html?$/u, '/')
    .replace(/\.html?$/u, '')
    .replace(/\/+$/u, '');
}

/** The language in a post's path. */
export interface PathLanguage {
  readonly lang: string;
  /** Shared with its translations: the path without the language. */
  readonly group: string;
}

const tag = /^[a-z]{2,3}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/iu;
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * Finds languages in posts' folders: Hugo's `contentDir`, and folders such as `ja/` that the
 * site's settings list, or that have the same file in another language's folder.
 */
export function findPathLanguages(
  files: readonly string[],
  site: SiteSettings,
): ReadonlyMap<string, PathLanguage> {
  const found = new Map<string, PathLanguage>();
  const all = new Set(files);
  const counts = new Map<string, number>();
  const candidates = files.map((file) => [file, candidatesOf(file, site)] as const);
  for (const [, list] of candidates)
    for (const { group } of list) counts.set(group, (counts.get(group) ?? 0) + 1);
  for (const [file, list] of candidates) {
    const known = list.find(
      ({ group, isListed }) => isListed || all.has(group) || (counts.get(group) ?? 0) > 1,
    );
    if (known) found.set(file, { lang: known.lang, group: known.group });
  }
  return found;
}

function candidatesOf(file: string, { languages }: SiteSettings) {
  const folders = file.split('/').slice(0, -1);
  const byFolder = [...languages.folders].filter(([folder]) => file.startsWith(`${folder}/`));
  const [nearest] = byFolder.toSorted(([a], [b]) => b.length - a.length);
  if (nearest !== undefined) {
    const [folder, lang] = nearest;
    return [{ lang, group: `content${file.slice(folder.length)}`, isListed: true }];
  }
  return folders.flatMap((folder, index) => {
    const lang = toLanguage(folder);
    if (lang === undefined) return [];
    const group = file.split('/').toSpliced(index, 1).join('/');
    return [{ lang, group, isListed: languages.listed.has(lang) }];
  });
}

/** `zh_TW` -> `zh-TW`; undefined if it is not a language. */
export function toLanguage(text: string): string | undefined {
  const lang = tag.test(text) ? canonicalLanguage(text.replace('_', '-')) : undefined;
  return lang !== undefined && names.of(lang) !== undefined ? lang : undefined;
}
