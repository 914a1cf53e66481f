import type { FieldValue } from '../../content/fields/fields.ts';
import type { DraftName } from '../draft.ts';
import type { Inherited } from './field-desk.ts';
import type { PathLanguage } from './path-languages.ts';

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
