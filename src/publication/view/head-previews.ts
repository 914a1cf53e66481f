import { toMachineDate } from '../../content/article/news-date.ts';
import type { HeadFacts } from './head.ts';
import type { ShareImage } from './head-image.ts';
import { versionsOf } from './head-languages.ts';
import { inLanguage, type ViewContext } from './view-context.ts';

/** `<meta>`: Open Graph has `property` (RDFa), all else `name`. */
export type Meta = { readonly content: string } & (
  | { readonly name: string; readonly media?: string }
  | { readonly property: string }
);

/**
 * What services that show a link ask for: the Open Graph protocol (ogp.me), and of X's cards what
 * it does not take from there.
 */
export function toPreviewMetas(
  context: ViewContext,
  facts: HeadFacts,
  image: ShareImage | undefined,
): Meta[] {
  const { article, description, edition, name, subject, title, url } = facts;
  const property = (key: string, content: string | number | undefined): Meta[] =>
    content === undefined || content === ''
      ? []
      : [{ property: key, content: String(content) }];
  const others = versionsOf(context, subject).filter(
    ({ language }) => language !== edition.language,
  );
  return [
    ...property('og:type', article ? 'article' : 'website'),
    ...property('og:site_name', name),
    ...property('og:title', title),
    ...property('og:description', description),
    // Its own, also where search engines are told of another: what is shared is this page.
    ...property('og:url', url),
    ...property('og:locale', toLocale(edition.language)),
    ...others.flatMap(({ language }) => property('og:locale:alternate', toLocale(language))),
    ...property('og:image', image?.url),
    ...property('og:image:type', image?.type),
    ...property('og:image:width', image?.width),
    ...property('og:image:height', image?.height),
    ...property('og:image:alt', image?.alt),
    ...articleMetas(context, facts, property),
    {
      name: 'twitter:card',
      content: image && image.width >= largest ? 'summary_large_image' : 'summary',
    },
    ...(image && image.alt !== '' ? [{ name: 'twitter:image:alt', content: image.alt }] : []),
  ];
}

/** A picture less wide, in pixels, would be shown enlarged. */
const largest = 600;

function articleMetas(
  context: ViewContext,
  { article, edition }: HeadFacts,
  property: (key: string, content: string | undefined) => Meta[],
): Meta[] {
  if (!article) return [];
  const { date, updated, section, topics, authors } = article;
  const named = (texts: Readonly<Record<string, string>>) =>
    inLanguage(context, texts, edition.language);
  const names = authors.map(({ name }) => name).join(', ');
  return [
    ...property('article:published_time', toMachineDate(date)),
    ...property('article:modified_time', updated && toMachineDate(updated)),
    ...property('article:section', section && named(section.names)),
    ...topics.flatMap(({ names }) => property('article:tag', named(names))),
    // Names, all in one: readers take the first author that they find, and no address for a name.
    ...(names === ''
      ? []
      : [...property('article:author', names), { name: 'author', content: names }]),
  ];
}

/** Facebook's names for what the likely territory of a language would name otherwise. */
const locales: Readonly<Record<string, string>> = { ar: 'ar_AR' };

/** `en` -> `en_US`, `zh-Hans` -> `zh_CN`: Open Graph's form of a language, with a territory. */
export function toLocale(tag: string): string {
  const known = locales[tag];
  if (known !== undefined) return known;
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
