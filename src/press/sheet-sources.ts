import type { PublicationSettings } from '../content/settings/publication-settings.ts';
import { publicIcons } from '../newsroom/check-public-files.ts';
import type { LoadedSite } from '../newsroom/loaded-site.ts';
import type { FeedArticle, FeedContext, FeedFrame } from '../outputs/feeds/feed-context.ts';
import { createFeedStyle, type FeedStyle } from '../outputs/feeds/feed-style.ts';
import type { Edition, Publication } from '../publication/edition/publication.ts';
import { siteFile } from '../publication/edition/site-files.ts';
import { seriesLine } from '../publication/view/article-meta.ts';
import {
  createInputCollector,
  type InputCollector,
} from '../publication/view/collect-inputs.ts';
import { hashedOnce } from '../publication/view/hashed-once.ts';
import {
  featuredPicture,
  type PictureView,
  pictureAt,
} from '../publication/view/picture-view.ts';
import { listRedirects } from '../publication/view/redirect-page.ts';
import { fillsOf } from '../publication/view/reference-html.ts';
import { toSpeculation } from '../publication/view/shell.ts';
import type { EntryInputs } from '../publication/view/story-inputs.ts';
import { toThemeCss } from '../publication/view/theme-css.ts';
import type { ThemePageFacts } from '../publication/view/theme-page.ts';
import {
  assetHref,
  type CardFile,
  type FramedEdition,
  faviconAddress,
  toEditionFrame,
  toHref,
  type ViewContext,
  wordsOf,
} from '../publication/view/view-context.ts';
import { type ContentPolicy, createContentPolicy } from '../security/content-policy.ts';
import type { HostedSite } from '../security/hosted-site.ts';
import { paperColours } from '../theme/paper-colours.ts';
import { createThemeSheet, type ThemeSheet } from '../theme/theme-sheet.ts';
import type { BundledScripts } from './bundle-scripts.ts';
import { toFeedClips } from './feed-clips.ts';

/** Everything that the sheets of a publication are made from. */
export interface SheetSources {
  readonly loaded: LoadedSite;
  /** What all pages share. */
  readonly view: ViewContext;
  /** Gives the inputs of single pages. */
  readonly collector: InputCollector;
  /** For sitemaps and notices. */
  readonly feeds: FeedContext;
  readonly scripts: BundledScripts;
  readonly feedStyle: FeedStyle;
  /** The style of the publication's theme. */
  readonly themeSheet?: ThemeSheet;
  /** What the files of the theme's pages say about them. */
  readonly themePages: readonly ThemePageFacts[];
}

export interface SheetSourceOptions {
  readonly code: {
    readonly scripts: BundledScripts;
    readonly feedCss: string;
    readonly themePages?: readonly ThemePageFacts[];
  };
  /** The Content-Security-Policy of pages. Absent in the dev preview, which adds its own script. */
  readonly policy?: ContentPolicy;
  /** Share cards by the addresses of their pages. */
  readonly cards?: ReadonlyMap<string, CardFile>;
}

export function createSheetSources(
  loaded: LoadedSite,
  { code, policy, cards }: SheetSourceOptions,
): SheetSources {
  const { publication, assets, settings, logo, darkLogo, preview } = loaded;
  const { scripts, feedCss, themePages = [] } = code;
  const themeSheet = themeSheetOf(loaded);
  const siteUrl = settings.siteUrl ?? publication.settings.url;
  const view: ViewContext = hashedOnce({
    settings: withoutHost(publication.settings),
    editions: publication.editions.map((edition) =>
      toEditionFrame(
        withThemePages(edition, publication, themePages),
        cards?.get(edition.path),
      ),
    ),
    scripts: {
      applySettings: scripts.inline['apply-settings'],
      markOld: scripts.inline['mark-old'],
      reader: scripts.reader,
      print: scripts.print,
      settings: scripts.settings,
      blockStyles: scripts.blockStyles,
    },
    themeStyle: themeSheet && {
      inline: themeSheet.inline,
      file: themeSheet.file?.name,
      papers: paperColours(loaded.themeFiles?.css ?? ''),
    },
    themeScripts: loaded.themeFiles?.scripts.length ? loaded.themeFiles.scripts : undefined,
    basePath: settings.basePath,
    policy,
    logo,
    darkLogo,
    icons: iconsOf(loaded),
    siteUrl,
    preview,
  });
  const collector = createInputCollector({
    publication,
    assets,
    cards,
    previewNow: preview?.now,
  });
  const languages = publication.editions.map(({ language }) => language);
  return {
    loaded,
    view,
    collector,
    feeds: toFeedContext(view, collector, loaded.now),
    scripts,
    feedStyle: createFeedStyle(feedCss, languages, publication.settings.words),
    themeSheet,
    themePages,
  };
}

/** No page depends on where the site is hosted. */
function withoutHost({ hosting, ...settings }: PublicationSettings): PublicationSettings {
  const { host: _, ...others } = hosting;
  return { ...settings, hosting: others };
}

/** An edition whose pages are also those of the theme, as far as they compile. */
function withThemePages(
  edition: Edition,
  { themePages: placed = [] }: Publication,
  facts: readonly ThemePageFacts[],
): FramedEdition {
  const own = placed.filter(({ language }) => language === edition.language);
  const pages = own.flatMap(({ name, address }) => {
    const title = facts.find((page) => page.name === name)?.title;
    return title === undefined ? [] : [{ title, address }];
  });
  return { ...edition, pages: [...edition.pages, ...pages] };
}

/** The Content-Security-Policy of a build. It names the hashes of the inline scripts and styles. */
export function createPolicy(
  loaded: LoadedSite,
  { inline }: BundledScripts,
  styles: readonly string[],
): ContentPolicy {
  const { publication, settings } = loaded;
  const { theme, images } = publication.settings;
  const own = themeSheetOf(loaded)?.inline ?? toThemeCss(theme);
  return createContentPolicy({
    scripts: [...Object.values(inline), toSpeculation(settings.basePath)],
    styles: [...styles, own ?? []].flat(),
    imageOrigins: images.remote,
  });
}

/** The file names of the publication's own icon, from its settings or its public files. */
function iconsOf({ icons, themeFiles }: LoadedSite): string[] | undefined {
  const files = publicIcons(themeFiles?.publicFiles ?? []);
  if (icons === undefined && files.length === 0) return undefined;
  // Where the theme has some, the others are those of Dateline.
  const { favicon, touchIcon, icon192, icon512 } = siteFile;
  const others = icons
    ? Object.keys(icons)
    : [favicon, touchIcon, icon192, icon512].map((address) => address.slice(1));
  return [...new Set([...others, ...files])];
}

/** Undefined if the theme has no style sheet. */
function themeSheetOf({ publication, themeFiles }: LoadedSite): ThemeSheet | undefined {
  if (!themeFiles?.css) return undefined;
  return createThemeSheet(toThemeCss(publication.settings.theme), [themeFiles.css]);
}

/** The facts that configuration files for hosts are made from. */
export function toHostedSite(
  { view, collector }: SheetSources,
  policy: ContentPolicy,
): HostedSite {
  const { siteUrl, basePath } = view;
  const { publication } = collector;
  const { settings } = publication;
  return {
    basePath,
    siteUrl,
    policy: policy.header,
    hsts: settings.hosting.hsts,
    host: settings.hosting.host,
    oneFile: settings.hosting.files === 'one',
    pageSize: settings.pageSize,
    precompress: settings.precompress,
    redirects: listRedirects(publication),
    lowerCase: [...publication.addresses.keys()].every(
      (address) => address === address.toLowerCase(),
    ),
  };
}

/** What all feeds share. `style` is the file name of their style sheet. */
export function toFeedFrame(
  view: ViewContext & { readonly siteUrl: string },
  style: string,
): FeedFrame {
  const { settings, siteUrl, basePath } = view;
  return {
    ...{ settings, siteUrl, basePath },
    toUrl: (address) => siteUrl + toHref(view, address),
    favicon: faviconAddress(view),
    styleHref: assetHref(view, style),
  };
}

export function toFeedArticle(
  view: ViewContext & { readonly siteUrl: string },
  inputs: EntryInputs,
): FeedArticle | undefined {
  const { story: article, series } = inputs;
  if (article.kind !== 'article') return undefined;
  const authors = inputs.authors.map(({ name, address, sameAs: [url] }) => ({
    name,
    url: address === undefined ? url : view.siteUrl + toHref(view, address),
  }));
  const clips = toFeedClips(view, inputs);
  const line = seriesLine(view, { story: article, series }, wordsOf(view, article.language));
  const parts = {
    ...{ article, authors, fills: fillsOf(view, inputs), clips },
    series: line && {
      name: line.map(({ text }) => text).join(''),
      url: series && view.siteUrl + toHref(view, series.address),
    },
  };
  const picture = featuredPicture(view, inputs);
  if (!picture) return parts;
  const { width, height, alt, src } = picture;
  return {
    ...parts,
    picture: { url: new URL(src, view.siteUrl).href, width, height, alt },
  };
}

function toFeedContext(view: ViewContext, collector: InputCollector, now: number): FeedContext {
  const { siteUrl, basePath } = view;
  const absolute = ({ src }: PictureView) => new URL(src, siteUrl).href;
  return {
    publication: collector.publication,
    siteUrl,
    basePath,
    now,
    toUrl: (address) => (siteUrl ?? '') + toHref(view, address),
    picturesOn: (story) => {
      const inputs = collector.textOf(story);
      return [
        featuredPicture(view, inputs),
        ...story.body.references
          .filter((reference) => reference.kind === 'picture')
          .map(({ address }) => pictureAt(view, inputs.targets, address, { alt: '' })),
      ].flatMap((picture) => (picture ? [absolute(picture)] : []));
    },
  };
}
