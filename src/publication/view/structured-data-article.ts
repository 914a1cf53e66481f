import type { CreativeWork, NewsArticle } from 'schema-dts';
import type { Article, Story } from '../../content/article/article.ts';
import { toMachineDate } from '../../content/article/news-date.ts';
import type { ShareImage } from './head-image.ts';
import type { StoryInputs, Version } from './story-inputs.ts';
import type { PageFacts, SiteContext } from './structured-data.ts';
import { imagesOf } from './structured-data-images.ts';
import { publisherId } from './structured-data-publisher.ts';
import { inLanguage, toHref } from './view-context.ts';

/**
 * An article as schema.org's NewsArticle. A date alone stays a date; `dateModified` is the last
 * change of substance, so it is there with `updated` only.
 */
export function toNewsArticle(
  context: SiteContext,
  facts: PageFacts,
  inputs: StoryInputs & { readonly story: Article },
  image: ShareImage | undefined,
): NewsArticle {
  const { story: article } = inputs;
  const { description, edition, name, title, url } = facts;
  const { authors, body, date, dateline, section, topics, translator, updated } = article;
  const named = (names: Readonly<Record<string, string>>) =>
    inLanguage(context, names, edition.language);
  const publisher = { '@id': publisherId(context) };
  return {
    '@type': 'NewsArticle',
    // Only its translations name it.
    ...(inputs.versions.length < 2 ? {} : { '@id': idOf(url) }),
    url,
    headline: title,
    ...(description === undefined ? {} : { description }),
    ...imagesOf(context, inputs, image),
    datePublished: toMachineDate(date),
    ...(updated ? { dateModified: toMachineDate(updated) } : {}),
    ...(authors.length === 0
      ? {}
      : { author: authors.map((author) => authorOf(author, name, publisher)) }),
    publisher,
    ...(section ? { articleSection: named(section.names) } : {}),
    ...(topics.length === 0 ? {} : { keywords: topics.map(({ names }) => named(names)) }),
    ...(body.length.words === 0 ? {} : { wordCount: body.length.words }),
    inLanguage: edition.language,
    ...(dateline === undefined ? {} : { dateline }),
    ...(translator === undefined ? {} : { translator: person(translator) }),
    ...basisOf(article),
    ...licenceOf(article),
    ...correctionsOf(article),
    ...translationsOf(context, inputs),
    isAccessibleForFree: true,
  };
}

/** Of the article, which is not the page that prints it. */
function idOf(url: string): string {
  return `${url}#article`;
}

function person(name: string, url?: string) {
  return { '@type': 'Person', name, ...(url === undefined ? {} : { url }) } as const;
}

/** Articles of the publication itself, as those of its guide, are by no person. */
function authorOf(
  { name, url }: Story['authors'][number],
  publication: string,
  publisher: { '@id': string },
) {
  return name === publication ? publisher : person(name, url);
}

/** What a copy is a copy of. */
function basisOf({ source }: Article): { isBasedOn?: CreativeWork } {
  if (!source) return {};
  const { archived, name, published, url } = source;
  return {
    isBasedOn: {
      '@type': 'CreativeWork',
      ...(url === undefined ? {} : { url }),
      ...(name === undefined ? {} : { publisher: { '@type': 'Organization', name } as const }),
      ...(published ? { datePublished: toMachineDate(published) } : {}),
      ...(archived === undefined ? {} : { archivedAt: archived }),
    },
  };
}

function licenceOf({ licence }: Article): { license?: string | CreativeWork } {
  if (!licence) return {};
  const { name, url } = licence;
  return { license: url ?? { '@type': 'CreativeWork', name } };
}

/** An `update` corrects nothing. */
function correctionsOf({ corrections }: Article) {
  const told = corrections.filter(({ kind }) => kind !== 'update');
  if (told.length === 0) return {};
  return {
    correction: told.map(({ date, text }) => ({
      '@type': 'CorrectionComment' as const,
      text,
      datePublished: toMachineDate(date),
    })),
  };
}

/** A translation names its original, an original its translations. */
function translationsOf(context: SiteContext, { story, versions }: StoryInputs) {
  const original = versions.find((version) => version.original);
  const reference = ({ address }: Version) => ({
    '@id': idOf(context.siteUrl + toHref(context, address)),
  });
  if (versions.length < 2 || original === undefined) return {};
  return original.address === story.address
    ? { workTranslation: versions.filter((version) => !version.original).map(reference) }
    : { translationOfWork: reference(original) };
}
