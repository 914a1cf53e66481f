import type { Named } from '../../content/article/article.ts';
import { encodePath } from '../../content/article/slug.ts';
import { localText } from '../../content/settings/local-text.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import type { Words } from '../../language/words.ts';
import { wordsFor } from '../../language/words-for.ts';
import type { Edition } from '../edition/publication.ts';

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
  /** The style sheets for paper and of a reader's settings, in the same form. */
  readonly print: string;
  readonly settings: string;
}

/** A share card: its file below `/assets/`, and its size in pixels. */
export interface CardFile {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What every page says of an edition. */
export interface EditionFrame extends Pick<Edition, 'language' | 'path'> {
  /** In menu order. */
  readonly sections: readonly Named[];
  readonly pages: readonly { readonly title: string; readonly address: string }[];
  /** Whether it has a page of picture credits. */
  readonly hasPictures: boolean;
  /** The share card of pages that have none of their own. */
  readonly card?: CardFile;
}

/**
 * What all pages of one build share. Plain data, and nothing of any article: a page says of articles
 * what its own inputs hold.
 */
export interface ViewContext {
  readonly settings: PublicationSettings;
  /** The default one first. */
  readonly editions: readonly EditionFrame[];
  readonly scripts: PageScripts;
  /** Content-Security-Policy of pages, and of the search; absent in the live preview. */
  readonly policy?: { readonly page: string; readonly search: string };
  readonly logo?: PictureInfo;
  /** The same for the dark theme. */
  readonly darkLogo?: PictureInfo;
  /** Names of the files of the publication's own icon, at the root of the site. */
  readonly icons?: readonly string[];
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
    /** Whether the file is that of a page, `publication.yaml`, or another one: a picture's note. */
    readonly subject: 'page' | 'publication' | 'file';
    readonly text: string;
  }[];
  /** Files of which the last form without an error is shown. */
  readonly standIns: readonly string[];
}

/** What pages say of an edition; `card` is that of its front page. */
export function toEditionFrame(
  { language, path, sections, pages, pictures }: Edition,
  card?: CardFile,
): EditionFrame {
  return {
    language,
    path,
    sections: sections.map(({ slug, names }) => ({ slug, names })),
    pages: pages.map(({ title, address }) => ({ title, address })),
    hasPictures: pictures.length > 0,
    ...(card ? { card } : {}),
  };
}

/** Whether each edition has a page `search/` that takes words as `?q=`. */
export function hasSearch({ settings }: Pick<ViewContext, 'settings'>): boolean {
  return settings.extras.includes('search');
}

/** An address of the site as it stands in an `href`: below the base path, percent-encoded. */
export function toHref(context: ViewContext, address: string): string {
  return context.basePath.slice(0, -1) + encodePath(address);
}

/** The icon that browsers show beside a page's title: its address below the base path. */
export function faviconAddress({ icons }: Pick<ViewContext, 'icons'>): string {
  return icons?.includes('favicon.svg') === false ? '/icon-192.png' : '/favicon.svg';
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
  return localText(text, language, context.settings.languages);
}

/** The edition of a language; the default one for a page in a language without articles. */
export function editionOf(
  { editions }: ViewContext,
  { language }: { readonly language: string },
): EditionFrame {
  const own = editions.find((edition) => edition.language === language);
  return own ?? (editions[0] as EditionFrame);
}
