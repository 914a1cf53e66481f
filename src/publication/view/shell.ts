import { directionOf, directionWithin } from '../../language/direction.ts';
import { languageName } from '../../language/language-name.ts';
import { feedAddress } from '../edition/feed-addresses.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { siteFile } from '../edition/site-files.ts';
import { createHead, type Head } from './head/head.ts';
import type { PageSubject } from './head/page-facts.ts';
import type { LanguageLink, Link } from './link.ts';
import { type FedList, feedForms, type PageForm } from './page-forms.ts';
import type { PictureView, SourceView } from './picture-view.ts';
import { type PreviewNotice, toPreviewNotice } from './preview-notice.ts';
import { wordsFile } from './script-words.ts';
import { toThemeCss } from './theme-css.ts';
import {
  assetHref,
  type EditionFrame,
  faviconAddress,
  hasDays,
  hasFollow,
  hasSearch,
  inLanguage,
  type PictureInfo,
  toAbsoluteUrl,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

export interface LogoView {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** What surrounds the content of every page. */
export interface Shell {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * The page's Content-Security-Policy, to which the layout adds the hashes of its style sheets.
   * Absent in the dev preview.
   */
  readonly policy?: string;
  /** Title of the document: `Headline – Publication`. */
  readonly title: string;
  readonly description?: string;
  /** Absolute; absent if the site URL is unknown. */
  readonly canonical?: string;
  readonly robots?: 'noindex';
  /** Absent on pages that search engines must not index. */
  readonly head?: Head;
  /** The page's content in other formats: feeds, Markdown. */
  readonly forms: readonly PageForm[];
  /** Name of the publication. */
  readonly name: string;
  readonly tagline?: string;
  readonly home: Link;
  /** Printed instead of the name. */
  readonly logo?: LogoView & { readonly dark?: LogoView };
  readonly skip: string;
  /** Link to the search, if the publication has one. */
  readonly search?: Link;
  readonly menu: { readonly label: string; readonly links: readonly Link[] };
  /** Links to the front pages of the other editions. */
  readonly languages?: { readonly label: string; readonly links: readonly LanguageLink[] };
  readonly footer: {
    readonly links: readonly Link[];
    /** The owner of the publication, linked if it has a URL. */
    readonly owner?: { readonly text: string; readonly href?: string };
  };
  readonly manifest: string;
  /** Text of the button that saves a page on the device. */
  readonly keepOffline: string;
  readonly icons: {
    readonly favicon: { readonly href: string; readonly type: string };
    readonly touch: string;
  };
  readonly settingsButton: string;
  /** `inline` goes into the head, `markOld` after the dates of an article; the rest are `href`s. */
  readonly scripts: {
    readonly inline: string;
    readonly markOld: string;
    readonly src: string;
    /** The scripts of the publication's theme. */
    readonly theme?: readonly string[];
    /** The print style sheet. */
    readonly print: string;
    /** The style sheet of the reader's settings. */
    readonly settings: string;
    /** The texts of scripts. */
    readonly words: string;
    /** Folder of the fonts, for pages that use them. */
    readonly fonts?: string;
    /** Speculation rules: which pages a browser may prerender. */
    readonly speculation: string;
  };
  /** The page's first picture in its best format, fetched before the rest of the page is read. */
  readonly preload?: SourceView;
  /** The publication's own style: the text of an inline style sheet, and the `href` of another. */
  readonly themeCss?: string;
  readonly themeSheet?: string;
  /** Only in the dev preview: the state of the content folder that the page shows. */
  readonly previewState?: string;
  /** Only in the dev preview: problems. */
  readonly preview?: PreviewNotice;
}

export interface ShellOptions {
  readonly edition: EditionFrame;
  readonly address: string;
  /** The page's own title; the front page has none. */
  readonly title?: string;
  readonly description?: string;
  /** Slug of the section that the page belongs to. */
  readonly section?: string;
  readonly noindex?: boolean;
  /** Whether the page runs the search, which needs a more permissive policy. */
  readonly searches?: boolean;
  /** What the page is about; absent if search engines must not index it. */
  readonly subject?: PageSubject;
  /** The list that the page shows, if it has its own feeds. */
  readonly fed?: FedList;
  /** Other formats of the page, besides feeds. */
  readonly forms?: readonly PageForm[];
  /** The first picture of the page. */
  readonly picture?: PictureView;
  /** Absolute: the page that search engines should index instead of this one. */
  readonly canonical?: string;
}

/** Creates the shell of one page. */
export function createShell(context: ViewContext, options: ShellOptions): Shell {
  const { edition, address, title, noindex, subject } = options;
  const { settings, policy, preview } = context;
  const { language } = edition;
  const words = wordsOf(context, language);
  const name = inLanguage(context, settings.name, language);
  const tagline = settings.tagline && inLanguage(context, settings.tagline, language);
  const description =
    options.description ??
    (settings.description && title === undefined
      ? inLanguage(context, settings.description, language)
      : undefined);
  return {
    language,
    direction: directionOf(language),
    policy: policy?.[options.searches ? 'search' : 'page'],
    title:
      title === undefined ? (tagline ? `${name} – ${tagline}` : name) : `${title} – ${name}`,
    description,
    canonical: noindex ? undefined : (options.canonical ?? toAbsoluteUrl(context, address)),
    robots: noindex ? 'noindex' : undefined,
    head:
      subject &&
      createHead(context, { edition, address, title: title ?? name, description, subject }),
    forms: noindex
      ? []
      : [...(options.forms ?? []), ...feedForms(context, edition, options.fed)],
    name,
    tagline,
    home: linkFrom(address, { text: name, address: edition.path }, context),
    logo: logoOf(context),
    preload: preloadOf(options),
    skip: words.page.skipToContent,
    settingsButton: words.reading.settings,
    scripts: scriptsOf(context, edition),
    search: hasSearch(context)
      ? linkFrom(
          address,
          { text: words.search.title, address: listAddress.search(edition) },
          context,
        )
      : undefined,
    menu: { label: words.page.mainNavigation, links: menuLinks(context, options) },
    languages: editionLinks(context, edition),
    footer: footerOf(context, options),
    manifest: toHref(context, listAddress.manifest(edition)),
    keepOffline: words.offline.save,
    icons: {
      favicon: faviconOf(context),
      touch: toHref(context, siteFile.touchIcon),
    },
    ...themeStyleOf(context),
    previewState: preview?.state,
    preview: toPreviewNotice(context, fileOf(subject)),
  };
}

/** The file that a page is made from, as shown in problems. */
function fileOf(subject: PageSubject | undefined): string | undefined {
  if (subject?.kind === 'page') return subject.file;
  return subject?.kind === 'story' ? subject.inputs.story.file : undefined;
}

function themeStyleOf(context: ViewContext): Pick<Shell, 'themeCss' | 'themeSheet'> {
  const { settings, themeStyle } = context;
  if (themeStyle === undefined) return { themeCss: toThemeCss(settings.theme) };
  const { inline, file } = themeStyle;
  return { themeCss: inline, themeSheet: file && assetHref(context, file) };
}

/** A link from the page at `own`. */
function linkFrom(
  own: string,
  { text, address }: { readonly text: string; readonly address: string },
  context: ViewContext,
): Link {
  const href = toHref(context, address);
  return { text, href, current: address === own ? 'page' : undefined };
}

function scriptsOf(context: ViewContext, { language }: EditionFrame): Shell['scripts'] {
  const { scripts, basePath, settings } = context;
  return {
    inline: scripts.applySettings,
    markOld: scripts.markOld,
    src: assetHref(context, scripts.reader),
    theme: context.themeScripts?.map((name) => assetHref(context, name)),
    print: assetHref(context, scripts.print),
    settings: assetHref(context, scripts.settings),
    words: assetHref(context, wordsFile(wordsOf(context, language), settings.theme).name),
    fonts: usesFonts(context, language) ? assetHref(context, '') : undefined,
    speculation: toSpeculation(basePath),
  };
}

/** The fonts have Latin letters only, and a publication's own text font replaces them. */
function usesFonts({ settings }: ViewContext, language: string): boolean {
  const { script } = new Intl.Locale(language).maximize();
  return script === 'Latn' && !settings.theme.fonts?.text;
}

/** HTML Standard, "Speculation rules". The pattern matches pages only: they end with a slash. */
export function toSpeculation(basePath: string): string {
  const where = { href_matches: [basePath, `${basePath}*/`] };
  return JSON.stringify({ prerender: [{ where, eagerness: 'moderate' }] });
}

/** None if the best format depends on a media query, such as that for reduced motion. */
function preloadOf({ picture }: ShellOptions): SourceView | undefined {
  const [best] = picture?.sources ?? [];
  return best?.media === undefined ? best : undefined;
}

function faviconOf(context: ViewContext): Shell['icons']['favicon'] {
  const address = faviconAddress(context);
  const type = address.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  return { href: toHref(context, address), type };
}

function logoOf(context: ViewContext): Shell['logo'] {
  const { logo, darkLogo } = context;
  const view = ({ name, width, height }: PictureInfo): LogoView => ({
    src: assetHref(context, name),
    width,
    height,
  });
  return logo && { ...view(logo), dark: darkLogo && view(darkLogo) };
}

function menuLinks(context: ViewContext, { edition, address, section }: ShellOptions): Link[] {
  return edition.sections.map(({ slug, names }) => {
    const own = listAddress.section(edition, slug);
    return {
      text: inLanguage(context, names, edition.language),
      href: toHref(context, own),
      current: own === address ? 'page' : slug === section ? 'true' : undefined,
    };
  });
}

function footerOf(context: ViewContext, { edition, address }: ShellOptions): Shell['footer'] {
  const words = wordsOf(context, edition.language);
  const to = (text: string, target: string) =>
    linkFrom(address, { text, address: target }, context);
  const { owner } = context.settings;
  const lists = [
    to(words.lists.allArticles, listAddress.all(edition)),
    ...(edition.hasArticles ? [to(words.archive.title, listAddress.archive(edition))] : []),
    ...(hasDays(context, edition)
      ? [to(words.archive.onThisDay, listAddress.days(edition))]
      : []),
    ...(edition.hasStories ? [to(words.stories.title, listAddress.stories(edition))] : []),
    ...(edition.hasAuthors ? [to(words.people.authors, listAddress.authors(edition))] : []),
    ...(hasFollow(context) ? [to(words.follow.title, listAddress.follow(edition))] : []),
    to(words.offline.savedArticles, listAddress.offline(edition)),
    ...(edition.hasPictures ? [to(words.page.credits, listAddress.credits(edition))] : []),
  ];
  // A page may have the address of a list. It then has one link, with its own title.
  const pages = edition.pages.map((page) => to(page.title, page.address));
  const hrefs = new Set(pages.map(({ href }) => href));
  return {
    links: [
      ...lists.filter(({ href }) => !hrefs.has(href)),
      ...pages,
      ...(context.siteUrl === undefined
        ? []
        : [to(words.page.feeds, feedAddress(edition.path, 'rss'))]),
    ],
    owner: owner && { text: owner.name, href: ownerHref(context, owner.url) },
  };
}

/** `/about/` is an address of the site; a URL stays as it is. */
function ownerHref(context: ViewContext, url: string | undefined): string | undefined {
  return url?.startsWith('/') ? toHref(context, url) : url;
}

/** Undefined for the only edition. */
function editionLinks(context: ViewContext, { language }: EditionFrame): Shell['languages'] {
  const others = context.editions.filter((edition) => edition.language !== language);
  if (others.length === 0) return undefined;
  return {
    label: wordsOf(context, language).editions.title,
    links: others.map((other) => ({
      text: languageName(other.language),
      href: toHref(context, other.path),
      language: other.language,
      ...directionWithin(language, other.language),
    })),
  };
}
