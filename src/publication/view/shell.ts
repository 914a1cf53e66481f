import { directionOf, directionWithin } from '../../language/direction.ts';
import { languageName } from '../../language/language-name.ts';
import { feedAddress } from '../edition/feed-addresses.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { createHead, type Head, type HeadSubject } from './head.ts';
import { type FedList, feedForms, type PageForm } from './page-forms.ts';
import type { PictureView, SourceView } from './picture-view.ts';
import { type PreviewNotice, toPreviewNotice } from './preview-notice.ts';
import { wordsFile } from './script-words.ts';
import { toThemeCss } from './theme-css.ts';
import {
  assetHref,
  type EditionFrame,
  faviconAddress,
  hasSearch,
  inLanguage,
  type PictureInfo,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

export interface Link {
  readonly text: string;
  readonly href: string;
  /** Whether the link leads to the page on which it stands, or to the part it belongs to. */
  readonly current?: 'page' | 'true';
  /** Its words may run against those around it. */
  readonly isolate?: true;
}

/** A link to the same thing in another language, in that language. */
export interface LanguageLink extends Link {
  readonly language: string;
  /** Where it is not that of the page. */
  readonly direction?: 'ltr' | 'rtl';
}

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
   * Content-Security-Policy of the page, to which the layout adds the hashes of its style sheets;
   * absent in the live preview.
   */
  readonly policy?: string;
  /** Of the document: `Headline – Publication`. */
  readonly title: string;
  readonly description?: string;
  /** Absolute; absent where the site's address is not known. */
  readonly canonical?: string;
  readonly robots?: 'noindex';
  /** Of a page that may be found and shared. */
  readonly head?: Head;
  /** The same for programs: feeds, Markdown. */
  readonly forms: readonly PageForm[];
  readonly name: string;
  readonly tagline?: string;
  readonly home: Link;
  /** In place of the name. */
  readonly logo?: LogoView & { readonly dark?: LogoView };
  readonly skip: string;
  /** To the search, where the publication has one. */
  readonly search?: Link;
  readonly menu: { readonly label: string; readonly links: readonly Link[] };
  /** The other editions' front pages. */
  readonly languages?: { readonly label: string; readonly links: readonly LanguageLink[] };
  readonly footer: {
    readonly links: readonly Link[];
    /** Who publishes; without an address a name alone. */
    readonly owner?: { readonly text: string; readonly href?: string };
  };
  readonly manifest: string;
  /** What the button says that keeps a page on the device. */
  readonly keepOffline: string;
  readonly icons: {
    readonly favicon: { readonly href: string; readonly type: string };
    readonly touch: string;
  };
  readonly settingsButton: string;
  /** `inline` goes into the head; the rest are addresses. */
  readonly scripts: {
    readonly inline: string;
    /** Stands behind the dates of an article. */
    readonly markOld: string;
    readonly src: string;
    /** The style sheet for paper. */
    readonly print: string;
    /** The style sheet of a reader's settings. */
    readonly settings: string;
    /** What scripts say. */
    readonly words: string;
    /** Where its fonts lie, for pages that are set in them. */
    readonly fonts?: string;
    /** Addresses that a browser may prepare: all pages of the site. */
    readonly speculation: string;
  };
  /** The page's first picture in its best format, to be fetched before the rest is read. */
  readonly preload?: SourceView;
  /** What the publication's theme changes of the tokens, as CSS. */
  readonly themeCss?: string;
  /** In the live preview: the state of the content folder that the page shows. */
  readonly previewState?: string;
  /** In the live preview: what is wrong. */
  readonly preview?: PreviewNotice;
}

export interface ShellOptions {
  readonly edition: EditionFrame;
  readonly address: string;
  /** The page's own title; the front page has none. */
  readonly title?: string;
  readonly description?: string;
  readonly section?: string;
  readonly noindex?: boolean;
  /** Whether the page searches, which the policy of all others does not allow. */
  readonly searches?: boolean;
  /** What the page is about; absent where it is not to be found. */
  readonly subject?: HeadSubject;
  /** The list that the page shows, where it has feeds of its own. */
  readonly fed?: FedList;
  /** Other forms of the page, beside feeds. */
  readonly forms?: readonly PageForm[];
  /** The first thing that the page shows. */
  readonly picture?: PictureView;
  /** Absolute: the page that search engines should take instead of this one. */
  readonly canonical?: string;
}

/** The frame of one page. */
export function createShell(context: ViewContext, options: ShellOptions): Shell {
  const { edition, address, title } = options;
  const { settings } = context;
  const { language } = edition;
  const words = wordsOf(language);
  const name = inLanguage(context, settings.name, language);
  const tagline = settings.tagline && inLanguage(context, settings.tagline, language);
  const description =
    options.description ??
    (settings.description && title === undefined
      ? inLanguage(context, settings.description, language)
      : undefined);
  const languages = editionLinks(context, edition);
  const themeCss = toThemeCss(settings.theme);
  const preview = toPreviewNotice(
    context,
    options.subject?.kind === 'story' ? options.subject.inputs.story.file : undefined,
  );
  return {
    language,
    direction: directionOf(language),
    ...(context.policy ? { policy: context.policy[options.searches ? 'search' : 'page'] } : {}),
    title:
      title === undefined ? (tagline ? `${name} – ${tagline}` : name) : `${title} – ${name}`,
    ...(description ? { description } : {}),
    ...canonicalOf(context, options),
    ...(options.noindex ? { robots: 'noindex' as const } : {}),
    ...(options.subject
      ? {
          head: createHead(context, {
            edition,
            address,
            title: title ?? name,
            ...(description ? { description } : {}),
            subject: options.subject,
          }),
        }
      : {}),
    forms: options.noindex
      ? []
      : [...(options.forms ?? []), ...feedForms(context, edition, options.fed)],
    name,
    ...(tagline ? { tagline } : {}),
    home: {
      text: name,
      href: toHref(context, edition.path),
      ...(address === edition.path ? { current: 'page' as const } : {}),
    },
    ...logoOf(context),
    ...preloadOf(options),
    skip: words.page.skipToContent,
    settingsButton: words.reading.settings,
    scripts: scriptsOf(context, options),
    ...searchOf(context, options),
    menu: { label: words.page.mainNavigation, links: menuLinks(context, options) },
    ...(languages && languages.links.length > 0 ? { languages } : {}),
    footer: footerOf(context, options),
    manifest: toHref(context, listAddress.manifest(edition)),
    keepOffline: words.offline.save,
    icons: {
      favicon: faviconOf(context),
      touch: `${context.basePath}apple-touch-icon.png`,
    },
    ...(themeCss === undefined ? {} : { themeCss }),
    ...(context.preview ? { previewState: context.preview.state } : {}),
    ...(preview === undefined ? {} : { preview }),
  };
}

function scriptsOf(context: ViewContext, { edition }: ShellOptions): Shell['scripts'] {
  const { scripts, basePath, settings } = context;
  return {
    inline: scripts.applySettings,
    markOld: scripts.markOld,
    src: assetHref(context, scripts.reader),
    print: assetHref(context, scripts.print),
    settings: assetHref(context, scripts.settings),
    words: assetHref(context, wordsFile(wordsOf(edition.language), settings.theme).name),
    ...fontsOf(context, edition.language),
    speculation: toSpeculation(basePath),
  };
}

/** The fonts have Latin letters; a publication's own font takes their place. */
function fontsOf(context: ViewContext, language: string): Pick<Shell['scripts'], 'fonts'> {
  const { theme } = context.settings;
  const { script } = new Intl.Locale(language).maximize();
  return script !== 'Latn' || theme.fonts?.text ? {} : { fonts: assetHref(context, '') };
}

/** HTML Standard, "Speculation rules": pages only, since their addresses end in a slash. */
export function toSpeculation(basePath: string): string {
  const where = { href_matches: [basePath, `${basePath}*/`] };
  return JSON.stringify({ prerender: [{ where, eagerness: 'moderate' }] });
}

/** One that depends on the reader's wishes is left to the page, which knows them. */
function preloadOf({ picture }: ShellOptions): Pick<Shell, 'preload'> {
  const [best] = picture?.sources ?? [];
  return best && best.media === undefined ? { preload: best } : {};
}

function faviconOf(context: ViewContext): Shell['icons']['favicon'] {
  const address = faviconAddress(context);
  const type = address.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
  return { href: toHref(context, address), type };
}

function logoOf(context: ViewContext): Pick<Shell, 'logo'> {
  if (context.logo === undefined) return {};
  const view = ({ name, width, height }: PictureInfo): LogoView => ({
    src: assetHref(context, name),
    width,
    height,
  });
  const { logo, darkLogo } = context;
  return { logo: { ...view(logo), ...(darkLogo ? { dark: view(darkLogo) } : {}) } };
}

function canonicalOf(context: ViewContext, { address, noindex, canonical }: ShellOptions) {
  if (noindex) return {};
  if (canonical !== undefined) return { canonical };
  return context.siteUrl === undefined
    ? {}
    : { canonical: context.siteUrl + toHref(context, address) };
}

function menuLinks(context: ViewContext, { edition, address, section }: ShellOptions): Link[] {
  return edition.sections.map(({ slug, names }) => {
    const own = listAddress.section(edition, slug);
    const current = own === address ? 'page' : slug === section ? 'true' : undefined;
    const link = {
      text: inLanguage(context, names, edition.language),
      href: toHref(context, own),
    };
    return current === undefined ? link : { ...link, current };
  });
}

function footerOf(context: ViewContext, { edition, address }: ShellOptions): Shell['footer'] {
  const words = wordsOf(edition.language);
  const to = (text: string, target: string): Link => ({
    text,
    href: toHref(context, target),
    ...(target === address ? { current: 'page' as const } : {}),
  });
  const { owner } = context.settings;
  return {
    links: [
      to(words.lists.allArticles, listAddress.all(edition)),
      to(words.offline.savedArticles, listAddress.offline(edition)),
      ...(edition.hasPictures ? [to(words.page.credits, listAddress.credits(edition))] : []),
      ...edition.pages.map((page) => to(page.title, page.address)),
      ...(context.siteUrl === undefined
        ? []
        : [to(words.page.feeds, feedAddress(edition.path, 'rss'))]),
    ],
    ...(owner ? { owner: { text: owner.name, ...hrefOf(context, owner.url) } } : {}),
  };
}

/** An address of the site (`/about/`) or of the web. */
function hrefOf(context: ViewContext, url: string | undefined): { href?: string } {
  if (url === undefined) return {};
  return { href: url.startsWith('/') ? toHref(context, url) : url };
}

function searchOf(
  context: ViewContext,
  { edition, address }: ShellOptions,
): Pick<Shell, 'search'> {
  if (!hasSearch(context)) return {};
  const target = listAddress.search(edition);
  return {
    search: {
      text: wordsOf(edition.language).search.title,
      href: toHref(context, target),
      ...(target === address ? { current: 'page' as const } : {}),
    },
  };
}

function editionLinks(context: ViewContext, edition: EditionFrame): Shell['languages'] {
  const others = context.editions.filter(({ language }) => language !== edition.language);
  return {
    label: wordsOf(edition.language).editions.title,
    links: others.map((other) => ({
      text: languageName(other.language),
      href: toHref(context, other.path),
      language: other.language,
      ...directionWithin(edition.language, other.language),
    })),
  };
}
