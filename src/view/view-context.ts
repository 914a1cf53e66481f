import type { Story } from '../article/article.ts';
import { encodePath } from '../article/slug.ts';
import { toSite } from '../edition/check-references.ts';
import type { Edition, Publication } from '../edition/publication.ts';
import type { Site } from '../edition/resolve-reference.ts';
import type { Words } from '../language/words.ts';
import { wordsFor } from '../language/words-for.ts';
import { localText } from '../publication/local-text.ts';

/** A picture or attachment as pages name it: its file below `/assets/`. */
export type AssetInfo = PictureInfo | { readonly kind: 'attachment'; readonly name: string };

/** A picture: the file that everything reads in its widest form, with its size in CSS pixels. */
export interface PictureInfo {
  readonly kind: 'picture';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The same in other formats, the best first; files narrowest first, widths in pixels. */
  readonly sources?: readonly {
    readonly type: string;
    readonly media?: string;
    readonly files: readonly { readonly name: string; readonly width: number }[];
  }[];
  /** Name of its main colour, where nothing shines through it. */
  readonly tone?: string;
}

/** The scripts of the reader's browser as pages have them. */
export interface PageScripts {
  /** Set into the head of every page: the same text on all of them. */
  readonly applySettings: string;
  /** Set behind the dates of every article. */
  readonly markOld: string;
  /** Name below `/assets/` of the script of all pages. */
  readonly reader: string;
}

/** A share card: its file below `/assets/`, and its size in pixels. */
export interface CardFile {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What every view of one build shares. */
export interface ViewContext {
  readonly publication: Publication;
  readonly site: Site;
  /** By paths below the content folder. */
  readonly assets: ReadonlyMap<string, AssetInfo>;
  readonly scripts: PageScripts;
  /** Content-Security-Policy of pages, and of the search; absent in the live preview. */
  readonly policy?: { readonly page: string; readonly search: string };
  /** Share cards by the addresses of their pages; an edition's stands at that of its front page. */
  readonly cards?: ReadonlyMap<string, CardFile>;
  /** Whether each edition has a page `search/` that takes words as `?q=`. */
  readonly search?: boolean;
  readonly logo?: PictureInfo;
  /** The same for the dark theme. */
  readonly darkLogo?: PictureInfo;
  /** Names of the files of the publication's own icon, at the root of the site. */
  readonly icons?: ReadonlySet<string>;
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** An origin; absent where none is known. */
  readonly siteUrl?: string;
  readonly preview?: PreviewContext;
}

/** What only the live preview shows. */
export interface PreviewContext {
  /** A hash that differs where what is shown differs. */
  readonly state: string;
  /** Its clock, milliseconds since 1970: what is not published yet is marked. */
  readonly now: number;
  /** What is wrong, with the file that it is about, as problems name it. */
  readonly problems: readonly {
    readonly severity: 'error' | 'warning';
    readonly file: string;
    readonly text: string;
  }[];
  /** Files of which the last form without an error is shown. */
  readonly standIns: ReadonlySet<string>;
}

export function createViewContext(parts: Omit<ViewContext, 'site'>): ViewContext {
  return { ...parts, site: toSite(parts.publication) };
}

/** An address of the site as it stands in an `href`: below the base path, percent-encoded. */
export function toHref(context: ViewContext, address: string): string {
  return context.basePath.slice(0, -1) + encodePath(address);
}

/** The icon that browsers show beside a page's title: its address below the base path. */
export function faviconAddress({ icons }: Pick<ViewContext, 'icons'>): string {
  return icons?.has('favicon.svg') === false ? '/icon-192.png' : '/favicon.svg';
}

export function assetHref(context: ViewContext, name: string): string {
  return `${context.basePath}assets/${name}`;
}

/** The words of an edition's interface. */
export function wordsOf(language: string): Words {
  return wordsFor(language).words;
}

/** A text of the publication in the language of an edition. */
export function inLanguage(
  context: ViewContext,
  text: Readonly<Record<string, string>>,
  language: string,
): string {
  return localText(text, language, context.publication.settings.languages);
}

/** The edition that a story belongs to; the default one for a page in a language without articles. */
export function editionOf(context: ViewContext, story: Story): Edition {
  const { editions } = context.publication;
  const own = editions.find((edition) => edition.language === story.language);
  return own ?? (editions[0] as Edition);
}
