import { papers } from '../../../content/settings/papers.ts';
import { toMachineDate } from '../../../language/news-date.ts';
import { fediverseAccount, ownAccounts, toHandle } from '../follow-services.ts';
import {
  type EditionFrame,
  inLanguage,
  toAbsoluteUrl,
  type ViewContext,
} from '../view-context.ts';
import {
  languageVersions,
  type PageFacts,
  type PageSubject,
  type ShareImage,
  toShareImage,
} from './page-facts.ts';
import { createStructuredData, toJsonLd } from './structured-data.ts';

/** What the head of a page says to programs: link previews, search engines, archives. */
export interface Head {
  readonly metas: readonly Meta[];
  /** The page in each of its languages, including its own. */
  readonly alternates: readonly AlternateLink[];
  /** Accounts of the publication, each of which is `<link rel="me">`: on front pages. */
  readonly accounts: readonly string[];
  /** JSON-LD, ready to be the text of a script element. */
  readonly data?: string;
}

/** `<meta>`: Open Graph uses `property` (RDFa), everything else `name`. */
export type Meta = { readonly content: string } & (
  | { readonly name: string; readonly media?: string }
  | { readonly property: string }
);

/** `<link rel="alternate" hreflang>`. */
export interface AlternateLink {
  readonly hreflang: string;
  readonly href: string;
}

export interface HeadOptions {
  readonly edition: EditionFrame;
  readonly address: string;
  /** The page's own title, without the name of the publication. */
  readonly title: string;
  readonly description?: string;
  readonly subject: PageSubject;
}

/**
 * The head of a page that search engines may index. Without a site URL it has nothing that needs
 * an absolute URL.
 */
export function createHead(context: ViewContext, options: HeadOptions): Head {
  const { edition, address, subject } = options;
  const story = subject.kind === 'story' ? subject.inputs.story : undefined;
  const facts: PageFacts = {
    ...options,
    name: inLanguage(context, context.settings.name, edition.language),
    url: toAbsoluteUrl(context, address),
    article: story?.kind === 'article' ? story : undefined,
  };
  const image = toShareImage(context, facts);
  const around = context.themeStyle?.papers ?? papers;
  const graph = createStructuredData(context, facts, image);
  return {
    metas: [
      // Without it search engines show the picture of an article small, or not at all.
      { name: 'robots', content: 'max-image-preview:large' },
      ...previewMetas(context, facts, image),
      // Browsers use the first one whose `media` matches.
      { name: 'theme-color', media: '(prefers-color-scheme:dark)', content: around.dark },
      { name: 'theme-color', content: around.light },
    ],
    alternates: toAlternates(context, subject),
    accounts: subject.kind === 'front' ? ownAccounts(context, edition) : [],
    data: graph && toJsonLd(graph),
  };
}

/**
 * Links to the page in each of its languages, including itself (Google Search Central, "Localized
 * versions of your pages"). `x-default` is the first in the order of `languages`. Empty for a page
 * in one language, for a list, and without a site URL.
 */
function toAlternates(context: ViewContext, subject: PageSubject): AlternateLink[] {
  const versions = languageVersions(context, subject);
  const [first] = versions;
  if (first === undefined || versions.length < 2) return [];
  const link = (hreflang: string, address: string) => {
    const href = toAbsoluteUrl(context, address);
    return href === undefined ? [] : [{ hreflang, href }];
  };
  return [
    ...versions.flatMap(({ language, address }) => link(language, address)),
    ...link('x-default', first.address),
  ];
}

/** In pixels: services would enlarge a narrower picture. */
const largeImageWidth = 600;

/** Link previews: the Open Graph protocol (ogp.me), and what X does not take from it. */
function previewMetas(
  context: ViewContext,
  facts: PageFacts,
  image: ShareImage | undefined,
): Meta[] {
  const { article, description, edition, name, subject, title, url } = facts;
  const others = languageVersions(context, subject).filter(
    ({ language }) => language !== edition.language,
  );
  return [
    ...property('og:type', article ? 'article' : isPerson(subject) ? 'profile' : 'website'),
    ...property('og:site_name', name),
    ...property('og:title', title),
    ...property('og:description', description),
    // The page's own URL even if its canonical URL is another one: this page is what is shared.
    ...property('og:url', url),
    ...property('og:locale', toLocale(edition.language)),
    ...others.flatMap(({ language }) => property('og:locale:alternate', toLocale(language))),
    ...property('og:image', image?.url),
    ...property('og:image:type', image?.type),
    ...property('og:image:width', image?.width),
    ...property('og:image:height', image?.height),
    ...property('og:image:alt', image?.alt),
    ...articleMetas(context, facts),
    {
      name: 'twitter:card',
      content: image && image.width >= largeImageWidth ? 'summary_large_image' : 'summary',
    },
    ...(image && image.alt !== '' ? [{ name: 'twitter:image:alt', content: image.alt }] : []),
  ];
}

function isPerson(subject: PageSubject): boolean {
  return subject.kind === 'story'
    ? subject.inputs.story.kind === 'person'
    : subject.kind === 'author';
}

function property(name: string, content: string | number | undefined): Meta[] {
  return content === undefined || content === ''
    ? []
    : [{ property: name, content: String(content) }];
}

function articleMetas(context: ViewContext, { article, edition, subject }: PageFacts): Meta[] {
  if (!article || subject.kind !== 'story') return [];
  const { date, updated, section, topics } = article;
  const { authors } = subject.inputs;
  const own = authors.flatMap(({ sameAs }) => sameAs.flatMap((url) => toHandle(url) ?? []));
  const account = fediverseAccount(context, edition);
  const accounts = own.length > 0 || account === undefined ? own : [account];
  const named = (texts: Readonly<Record<string, string>>) =>
    inLanguage(context, texts, edition.language);
  const names = authors.map(({ name }) => name).join(', ');
  return [
    ...property('article:published_time', toMachineDate(date)),
    ...property('article:modified_time', updated && toMachineDate(updated)),
    ...property('article:section', section && named(section.names)),
    ...topics.flatMap(({ names }) => property('article:tag', named(names))),
    // All names in one property: services show the first one only, and want a name, not a URL.
    ...property('article:author', names),
    ...(names === '' ? [] : [{ name: 'author', content: names }]),
    // Mastodon, "Author attribution": the authors' own accounts, else that of the publication.
    ...accounts.map((content) => ({ name: 'fediverse:creator', content })),
  ];
}

/** Facebook's locale if it differs from the language with its likely territory. */
const locales: Readonly<Record<string, string>> = { ar: 'ar_AR' };

/** `en` -> `en_US`, `zh-Hans` -> `zh_CN`: a language tag in Open Graph's form, with a territory. */
export function toLocale(tag: string): string {
  const known = locales[tag];
  if (known !== undefined) return known;
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
