import type { FieldValue } from '../../content/fields/fields.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import type { DraftName } from '../draft.ts';
import type { Inherited } from './field-reader.ts';

export type Generator = 'jekyll' | 'hugo' | 'eleventy' | 'astro' | 'plain';

/** What the settings of a site say that its posts depend on. */
export interface SiteSettings {
  /** IANA name of the zone that addresses are made in. */
  readonly timeZone?: string | undefined;
  /** `https://example.org`, without a slash at the end. */
  readonly url?: string;
  readonly title?: string;
  /** Jekyll's pattern of addresses. */
  readonly permalink?: string;
  /** Hugo's patterns, by section. */
  readonly permalinks: ReadonlyMap<string, string>;
  readonly languages: SiteLanguages;
  /** All that the settings say, and the site's data below `data`. */
  readonly values?: FieldValue;
}

/** The languages that a site's settings list. */
export interface SiteLanguages {
  readonly listed: ReadonlySet<string>;
  /** Hugo's folders of languages, such as `content/es`. */
  readonly folders: ReadonlyMap<string, string>;
  /** The one whose addresses begin at the root. */
  readonly main?: string | undefined;
  /** Whether even the addresses of that one begin with a language. */
  readonly prefixesAll: boolean;
}

/** A site that says nothing of itself. */
export const noSettings: SiteSettings = {
  permalinks: new Map(),
  languages: { listed: new Set(), folders: new Map(), prefixesAll: false },
};

/** A post among its siblings. */
export interface FolderPost {
  /** Below the site's root, with `/`. */
  readonly path: string;
  readonly title?: string | undefined;
  /** The name of its copy, which no other post of the folder has. */
  readonly name: string;
  readonly language?: PathLanguage | undefined;
  /** The date of the post that it is a translation of, where it has none of its own. */
  readonly date?: string | undefined;
  /** Paths at which the site had it and that become aliases; no two posts share one. */
  readonly aliases: readonly string[];
}

/** What a post needs to know of the site it comes from. No post's text is in it. */
export interface PostFolder {
  readonly generator: Generator;
  /** Absolute path of the site's root. */
  readonly root: string;
  /** Every file below the root, by its path with `/`; `whole` tells whether all were counted. */
  readonly files: ReadonlySet<string>;
  readonly whole: boolean;
  readonly posts: ReadonlyMap<string, FolderPost>;
  /** The path of a post by the key of an address (see `addressKey`). */
  readonly byAddress: ReadonlyMap<string, string>;
  /** Bylines by the short names that posts use for them. */
  readonly authors: ReadonlyMap<string, DraftName>;
  readonly site: SiteSettings;
  /** Fields that a post has from elsewhere, by its path. */
  readonly inherit: (path: string) => readonly Inherited[];
}

/** One key for all forms of an address: `/a/b/`, `/a/b`, `/a/b.html`, `/A/b/index.html`. */
export function addressKey(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/index\.html?$/u, '/')
    .replace(/\.html?$/u, '')
    .replace(/\/+$/u, '');
}

/** What the path of a post says of its language. */
export interface PathLanguage {
  readonly lang: string;
  /** What it shares with its translations: its path without the language. */
  readonly group: string;
}

const tag = /^[a-z]{2,3}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/iu;
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * The languages of posts whose folders tell them: Hugo's `contentDir`, and folders such as `ja/`
 * that the site's settings list or beside which the same file is there in another language.
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

/** `zh_TW` -> `zh-TW`; undefined for what names no language. */
export function toLanguage(text: string): string | undefined {
  const lang = tag.test(text) ? canonicalLanguage(text.replace('_', '-')) : undefined;
  return lang !== undefined && names.of(lang) !== undefined ? lang : undefined;
}
