import type { DraftName } from '../draft.ts';

export type Generator = 'jekyll' | 'hugo' | 'eleventy' | 'astro' | 'plain';

/** What the settings of a site say that its posts depend on. */
export interface SiteSettings {
  /** `https://example.org`, without a slash at the end. */
  readonly url?: string;
  readonly title?: string;
  /** Jekyll's pattern of addresses. */
  readonly permalink?: string;
  /** Hugo's patterns, by section. */
  readonly permalinks: ReadonlyMap<string, string>;
}

/** A post among its siblings. */
export interface FolderPost {
  /** Below the site's root, with `/`. */
  readonly path: string;
  /** The name of its copy, which no other post of the folder has. */
  readonly name: string;
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
