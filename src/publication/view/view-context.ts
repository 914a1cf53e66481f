import type { Named } from '../../content/article/article.ts';
import { encodePath } from '../../content/article/slug.ts';
import { localText } from '../../content/settings/local-text.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { sortNames } from '../../language/initials.ts';
import type { Words } from '../../language/words.ts';
import { wordsFor } from '../../language/words-for.ts';
import type { Edition, Group } from '../edition/publication.ts';
import { siteFile } from '../edition/site-files.ts';
import { toYearDays } from '../edition/year-days.ts';

/** A file as pages refer to it, by its name below `/assets/`. */
export type AssetInfo =
  | PictureInfo
  | ClipInfo
  | WordsInfo
  | { readonly kind: 'attachment'; readonly name: string };

/** Film or sound. Size in bytes, duration in seconds, width and height in pixels. */
export interface ClipInfo {
  readonly kind: 'clip';
  readonly name: string;
  readonly size: number;
  readonly duration?: number;
  readonly width?: number;
  readonly height?: number;
}

/** The captions or the transcript of a clip, and their words as paragraphs. */
export interface WordsInfo {
  readonly kind: 'captions' | 'transcript';
  readonly name: string;
  readonly words: readonly string[];
}

/** A picture: the widest file in the format that all programs read. Sizes in CSS pixels. */
export interface PictureInfo {
  readonly kind: 'picture';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The picture in other formats, best first. Files are narrowest first, widths in pixels. */
  readonly sources?: readonly {
    readonly type: string;
    readonly media?: string;
    readonly files: readonly { readonly name: string; readonly width: number }[];
  }[];
  /** Name of its main colour; absent for a transparent picture. */
  readonly tone?: string;
}

/** The browser scripts and style sheets that pages refer to. */
export interface PageScripts {
  /** Text of the script in the head, the same on all pages. */
  readonly applySettings: string;
  /** Text of the script after the dates of an article. */
  readonly markOld: string;
  /** File below `/assets/`: the script of all pages. */
  readonly reader: string;
  /** Files below `/assets/`: the style sheets for print and of the reader's settings. */
  readonly print: string;
  readonly settings: string;
  /** Files below `/assets/`: the style sheets of blocks, by name. */
  readonly blockStyles: Readonly<Record<string, string>>;
}

/** The publication's own style. */
export interface ThemeStyle {
  /** The text of the inline style sheet. */
  readonly inline?: string;
  /** A file below `/assets/`. */
  readonly file?: string;
  /** `--paper`, if it is another than that of Dateline, and known. */
  readonly papers?: { readonly light: string; readonly dark: string };
}

/** A share card: its file below `/assets/`, its size in pixels. */
export interface CardFile {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What every page of an edition needs to know about it. */
export interface EditionFrame extends Pick<Edition, 'language' | 'path'> {
  /** In menu order. */
  readonly sections: readonly Named[];
  readonly pages: readonly { readonly title: string; readonly address: string }[];
  /** Whether it has lists of pictures, authors and running stories. */
  readonly hasPictures: boolean;
  readonly hasAuthors: boolean;
  readonly hasStories: boolean;
  readonly hasArticles: boolean;
  /** Whether some days have articles of several years. */
  readonly hasDays: boolean;
  /** The share card of pages without one of their own. */
  readonly card?: CardFile;
}

/**
 * What all pages of one build share. Plain data, independent of any article, so that a changed
 * article changes only the pages whose inputs contain it.
 */
export interface ViewContext {
  readonly settings: PublicationSettings;
  /** The default edition first. */
  readonly editions: readonly EditionFrame[];
  readonly scripts: PageScripts;
  /** Content-Security-Policy of pages, and of the search page; absent in the dev preview. */
  readonly policy?: { readonly page: string; readonly search: string };
  readonly logo?: PictureInfo;
  /** The logo for the dark theme. */
  readonly darkLogo?: PictureInfo;
  /** File names of the publication's own icon, at the root of the site. */
  readonly icons?: readonly string[];
  /** The publication's own style, unless `settings.theme` has all of it. */
  readonly themeStyle?: ThemeStyle;
  /** Files below `/assets/`: scripts of the theme. */
  readonly themeScripts?: readonly string[];
  /** Starts and ends with a slash. */
  readonly basePath: string;
  /** An origin; absent if it is unknown. */
  readonly siteUrl?: string;
  readonly preview?: PreviewContext;
}

/** What only the dev preview shows. */
export interface PreviewContext {
  /** A hash of what is shown. */
  readonly state: string;
  /** The time at which stories count as scheduled or expired, in milliseconds since 1970. */
  readonly now: number;
  /** Problems, each with the file that it is about, as shown in problems. */
  readonly problems: readonly {
    readonly severity: 'error' | 'warning';
    readonly file: string;
    /** `page`: the file of a story; `publication`: `publication.yaml`; `file`: any other. */
    readonly subject: 'page' | 'publication' | 'file';
    readonly text: string;
  }[];
  /** Files with errors, of which the preview shows the last version without errors. */
  readonly standIns: readonly string[];
}

/** An edition as far as its frame is made from it. */
export type FramedEdition = Omit<Edition, 'pages'> & Pick<EditionFrame, 'pages'>;

/** `card` is the share card of the edition's front page. */
export function toEditionFrame(
  {
    language,
    path,
    articles,
    sections,
    pages,
    pictures,
    authors,
    runningStories,
  }: FramedEdition,
  card?: CardFile,
): EditionFrame {
  return {
    language,
    path,
    sections: sections.map(({ slug, names }) => ({ slug, names })),
    pages: pages.map(({ title, address }) => ({ title, address })),
    hasPictures: pictures.length > 0,
    hasAuthors: authors.length > 0,
    hasStories: runningStories.length > 0,
    hasArticles: articles.length > 0,
    hasDays: toYearDays(articles).length > 0,
    card,
  };
}

/** Whether each edition has a page `search/`, which takes the search words as `?q=`. */
export function hasSearch({ settings }: Pick<ViewContext, 'settings'>): boolean {
  return settings.extras.includes('search');
}

/**
 * Whether each edition has a page that says how to follow the publication. Feeds, and preferred
 * sources of Google, need the address of the site.
 */
export function hasFollow({
  settings: { follow },
  siteUrl,
}: Pick<ViewContext, 'settings' | 'siteUrl'>): boolean {
  if (follow === undefined) return false;
  const { newsletter, mastodon, bluesky, others } = follow;
  return Boolean(siteUrl ?? newsletter ?? mastodon ?? bluesky) || others.length > 0;
}

/** Whether an edition has pages of days: articles of the same day of several years. */
export function hasDays(
  { settings }: Pick<ViewContext, 'settings'>,
  edition: EditionFrame,
): boolean {
  return edition.hasDays && settings.extras.includes('days');
}

/** An address of the site as an `href`: with the base path, percent-encoded. */
export function toHref(context: ViewContext, address: string): string {
  return context.basePath.slice(0, -1) + encodePath(address);
}

/** An address of the site as an absolute URL; undefined if the site URL is unknown. */
export function toAbsoluteUrl(context: ViewContext, address: string): string | undefined {
  return context.siteUrl === undefined ? undefined : context.siteUrl + toHref(context, address);
}

/** Address of the icon that browsers show next to a page's title, without the base path. */
export function faviconAddress({ icons }: Pick<ViewContext, 'icons'>): string {
  return icons?.includes(siteFile.favicon.slice(1)) === false
    ? siteFile.icon192
    : siteFile.favicon;
}

/** A file below `/assets/` as an `href`. */
export function assetHref(context: ViewContext, name: string): string {
  return `${context.basePath}assets/${name}`;
}

/** The interface texts of an edition. */
export function wordsOf({ settings }: Pick<ViewContext, 'settings'>, language: string): Words {
  return wordsFor(language, settings.words).words;
}

/** A text of `publication.yaml` in the language of an edition. */
export function inLanguage(
  context: ViewContext,
  text: Readonly<Record<string, string>>,
  language: string,
): string {
  return localText(text, language, context.settings.languages);
}

/** Topics or authors of an edition in the alphabetical order of its language. */
export function byName(
  context: ViewContext,
  language: string,
  groups: readonly Group[],
): Group[] {
  return sortNames(groups, ({ names }) => inLanguage(context, names, language), language);
}

/** The edition of a language, or the default edition if the language has no articles. */
export function editionOf(
  { editions }: ViewContext,
  { language }: { readonly language: string },
): EditionFrame {
  const own = editions.find((edition) => edition.language === language);
  return own ?? (editions[0] as EditionFrame);
}
