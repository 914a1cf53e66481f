import type {
  AdvertiserContentArticle,
  CreativeWork,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
} from 'schema-dts';
import type { Article } from '../../../content/article/article.ts';
import { type Genre, genreLabel } from '../../../content/article/genre.ts';
import { featuredIn } from '../../../content/article/story-pictures.ts';
import { toMachineDate } from '../../../language/news-date.ts';
import { cardCredit } from '../../edition/card-picture.ts';
import { featuredPicture } from '../picture-view.ts';
import type { AuthorInput, StoryInputs, StoryVersion, TextInputs } from '../story-inputs.ts';
import { assetHref, inLanguage, toHref, type ViewContext, wordsOf } from '../view-context.ts';
import { clipObjects } from './clip-objects.ts';
import { person, pixels, rightsOf } from './media-rights.ts';
import type { PageFacts, ShareImage } from './page-facts.ts';

/** A context with a site URL. */
export type SiteContext = ViewContext & { readonly siteUrl: string };

/** Facts of a page with a known URL. */
export type LocatedFacts = PageFacts & { readonly url: string };

/** The `@id` of the publisher: the same on all pages and editions. */
export function publisherId({ siteUrl, basePath }: SiteContext): string {
  return `${siteUrl}${basePath}#publisher`;
}

/**
 * The types of schema.org by kind of work. An interview, an obituary and a check of facts have no
 * type of their own; `ClaimReview` needs the claim and a rating, which front matter does not have.
 */
const types = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  editorial: 'OpinionNewsArticle',
  explainer: 'BackgroundNewsArticle',
  interview: 'NewsArticle',
  review: 'ReviewNewsArticle',
  obituary: 'NewsArticle',
  factcheck: 'NewsArticle',
  feature: 'ReportageNewsArticle',
  letter: 'OpinionNewsArticle',
} as const satisfies Readonly<Record<Exclude<Genre, 'live' | 'sponsored'>, string>>;

/**
 * An article as schema.org's NewsArticle, or the type of its kind. Paid content is none: it is an
 * `AdvertiserContentArticle`, which has no dateline, and a live article is a
 * `LiveBlogPosting`. A date without a time stays a date. `dateModified` is
 * the last change of substance, so only an article with `updated` has it.
 */
export function toNewsArticle(
  context: SiteContext,
  facts: LocatedFacts,
  inputs: StoryInputs & { readonly story: Article },
  image: ShareImage | undefined,
): NewsArticle | AdvertiserContentArticle | LiveBlogPosting {
  const { story: article } = inputs;
  const { description, edition, name, title, url } = facts;
  const { body, date, section, topics, translator, updated } = article;
  const { dateline, genre = 'news' } = article;
  const named = (names: Readonly<Record<string, string>>) =>
    inLanguage(context, names, edition.language);
  const publisher = { '@id': publisherId(context) };
  const work = {
    // Only its translations refer to it.
    ...(inputs.versions.length < 2 ? {} : { '@id': articleId(url) }),
    url,
    headline: title,
    description,
    image: imagesOf(context, inputs, image),
    datePublished: toMachineDate(date),
    dateModified: updated && toMachineDate(updated),
    author: nonEmpty(
      inputs.authors.map((author) => authorOf(context, author, name, publisher)),
    ),
    publisher,
    genre: genreLabel(article, wordsOf(context, article.language)),
    articleSection: section && named(section.names),
    keywords: nonEmpty(topics.map(({ names }) => named(names))),
    wordCount: body.length.words === 0 ? undefined : body.length.words,
    inLanguage: edition.language,
    translator: translator === undefined ? undefined : person(translator),
    isPartOf: seriesOf(context, inputs),
    position: inputs.series?.part,
    isBasedOn: originalOf(article),
    license: licenceOf(article),
    correction: correctionsOf(article),
    ...translationsOf(context, inputs),
    isAccessibleForFree: true,
    ...clipObjects(context, inputs, image?.url),
  } as const;
  switch (genre) {
    case 'sponsored':
      return { '@type': 'AdvertiserContentArticle', ...work };
    case 'live':
      return { '@type': 'LiveBlogPosting', ...work, ...coverageOf(article, url) };
    default:
      return { '@type': types[genre], ...work, dateline };
  }
}

/** How many entries of a live article structured data lists; all of 400 would double the page. */
const maxUpdates = 50;

/** When a live article covers what happens, and its newest entries. */
function coverageOf({ body, closed, date, title }: Article, url: string) {
  const { entries = [] } = body;
  // schema.org accepts no day without a time here.
  return {
    coverageStartTime:
      date.precision === 'instant' ? toMachineDate(date) : entries.at(-1)?.time,
    coverageEndTime: closed?.precision === 'instant' ? toMachineDate(closed) : undefined,
    liveBlogUpdate: nonEmpty(
      entries.slice(0, maxUpdates).map(({ id, time, headline }) => ({
        '@type': 'BlogPosting' as const,
        headline: headline === '' ? title : headline,
        datePublished: time,
        url: `${url}#${id}`,
      })),
    ),
  };
}

/** The `@id` of an article, which is not that of the page that prints it. */
function articleId(url: string): string {
  return `${url}#article`;
}

export function nonEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** An author with the name of the publication is the publisher, not a person. */
function authorOf(
  context: SiteContext,
  author: AuthorInput,
  publication: string,
  publisher: { '@id': string },
) {
  return author.name === publication ? publisher : toPerson(context, author);
}

/** An author with the page here; without one, with the first page elsewhere. */
export function toPerson(
  context: SiteContext,
  { name, address, role, sameAs, image }: AuthorInput,
) {
  const [first, ...others] = sameAs;
  const own = address === undefined ? first : context.siteUrl + toHref(context, address);
  return {
    ...person(name, own),
    jobTitle: role,
    image: image === undefined ? undefined : context.siteUrl + assetHref(context, image),
    sameAs: nonEmpty(address === undefined ? others : sameAs),
  };
}

function seriesOf(context: SiteContext, { series }: StoryInputs) {
  if (series === undefined) return undefined;
  const { name, address } = series;
  const url = context.siteUrl + toHref(context, address);
  return { '@type': 'CreativeWorkSeries' as const, name, url };
}

/** What a republished article was first published as. */
function originalOf({ source }: Article): CreativeWork | undefined {
  if (!source) return undefined;
  const { archived, name, published, url } = source;
  return {
    '@type': 'CreativeWork',
    url,
    publisher: name === undefined ? undefined : ({ '@type': 'Organization', name } as const),
    datePublished: published && toMachineDate(published),
    archivedAt: archived,
  };
}

function licenceOf({ licence }: Article): string | CreativeWork | undefined {
  return licence && (licence.url ?? { '@type': 'CreativeWork', name: licence.name });
}

/** Corrections without those of kind `update`, which add to an article and correct nothing. */
function correctionsOf({ corrections }: Article) {
  return nonEmpty(
    corrections
      .filter(({ kind }) => kind !== 'update')
      .map(({ date, text }) => ({
        '@type': 'CorrectionComment' as const,
        text,
        datePublished: toMachineDate(date),
      })),
  );
}

/** A translation refers to its original, an original to its translations. */
function translationsOf(context: SiteContext, { story, versions }: StoryInputs) {
  const original = versions.find((version) => version.original);
  const reference = ({ address }: StoryVersion) => ({
    '@id': articleId(context.siteUrl + toHref(context, address)),
  });
  if (versions.length < 2 || original === undefined) return {};
  return original.address === story.address
    ? { workTranslation: versions.filter((version) => !version.original).map(reference) }
    : { translationOfWork: reference(original) };
}

/**
 * The pictures that represent a story: the featured image and the share card, with the rights of
 * what they show. Undefined if there are none. The properties are those of Google Search Central,
 * "Image license metadata".
 */
export function imagesOf(
  context: SiteContext,
  inputs: TextInputs,
  share: ShareImage | undefined,
): readonly ImageObject[] | undefined {
  const { story } = inputs;
  const picture = featuredPicture(context, inputs);
  const featured = featuredIn(story);
  const rights = picture ? rightsOf(context, featured?.credit, story.language) : {};
  const images: ImageObject[] = [];
  if (picture) {
    const caption = featured?.caption ?? picture.alt;
    images.push({
      '@type': 'ImageObject',
      contentUrl: context.siteUrl + picture.src,
      width: pixels(picture.width),
      height: pixels(picture.height),
      caption: caption === '' ? undefined : caption,
      ...rights,
    });
  }
  if (share?.isCard) {
    images.push({
      '@type': 'ImageObject',
      contentUrl: share.url,
      width: pixels(share.width),
      height: pixels(share.height),
      ...(story.kind === 'article' && story.card !== undefined
        ? rightsOf(context, cardCredit(story), story.language)
        : rights),
    });
  }
  return nonEmpty(images);
}
