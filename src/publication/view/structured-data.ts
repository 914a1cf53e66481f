import type { CollectionPage, Graph, Thing, WebPage, WebSite } from 'schema-dts';
import { toMachineDate } from '../../content/article/news-date.ts';
import type { HeadFacts } from './head.ts';
import type { ShareImage } from './head-image.ts';
import { toNewsArticle } from './structured-data-article.ts';
import { imagesOf } from './structured-data-images.ts';
import { publisherId, toPublisher } from './structured-data-publisher.ts';
import { toTrail } from './structured-data-trail.ts';
import { hasSearch, toHref, type ViewContext } from './view-context.ts';

/**
 * What a page says in the words of schema.org; undefined where the site's address is not known,
 * since nothing could be named by its own. Each thing is told once, elsewhere by its `@id`.
 */
export function createStructuredData(
  context: ViewContext,
  facts: HeadFacts,
  image: ShareImage | undefined,
): Graph | undefined {
  const { siteUrl } = context;
  const { url } = facts;
  if (siteUrl === undefined || url === undefined) return undefined;
  const site = { ...context, siteUrl };
  const page = { ...facts, url };
  return {
    '@context': 'https://schema.org',
    '@graph': [mainThing(site, page, image), toPublisher(site, page), ...toTrail(site, page)],
  };
}

/** A context whose site's address is known. */
export type SiteContext = ViewContext & { readonly siteUrl: string };

/** Facts of a page whose address is known. */
export type PageFacts = HeadFacts & { readonly url: string };

function mainThing(
  context: SiteContext,
  facts: PageFacts,
  image: ShareImage | undefined,
): Thing {
  const { article, subject } = facts;
  switch (subject.kind) {
    case 'front':
      return toWebSite(context, facts);
    case 'list':
      return { '@type': 'CollectionPage', ...toPage(context, facts) } satisfies CollectionPage;
    case 'story': {
      if (article)
        return toNewsArticle(context, facts, { ...subject.inputs, story: article }, image);
      const { updated } = subject.inputs.story;
      return {
        '@type': 'WebPage',
        ...toPage(context, facts),
        ...imagesOf(context, subject.inputs, image),
        ...(updated ? { dateModified: toMachineDate(updated) } : {}),
      } satisfies WebPage;
    }
  }
}

function toPage(context: SiteContext, facts: PageFacts) {
  const { description, edition, title, url } = facts;
  return {
    '@id': url,
    url,
    name: title,
    ...(description === undefined ? {} : { description }),
    inLanguage: edition.language,
    publisher: { '@id': publisherId(context) },
  };
}

/** schema.org's form of a search by address: the words stand in braces, `query-input` names them. */
function toWebSite(context: SiteContext, facts: PageFacts): WebSite {
  const { edition } = facts;
  const search = `${context.siteUrl}${toHref(context, `${edition.path}search/`)}?q={query}`;
  const action = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: search },
    'query-input': 'required name=query',
  } as const;
  return {
    '@type': 'WebSite',
    ...toPage(context, facts),
    name: facts.name,
    ...(hasSearch(context) ? { potentialAction: action } : {}),
  };
}
