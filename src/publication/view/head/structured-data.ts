import type {
  BreadcrumbList,
  CollectionPage,
  Graph,
  ImageObject,
  ItemList,
  NewsMediaOrganization,
  ProfilePage,
  Person as SchemaPerson,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import type { Person } from '../../../content/article/article.ts';
import { toMachineDate } from '../../../language/news-date.ts';
import { listAddress } from '../../edition/list-addresses.ts';
import { siteFile } from '../../edition/site-files.ts';
import type { Brief, StoryInputs } from '../story-inputs.ts';
import { assetHref, hasSearch, inLanguage, toHref, type ViewContext } from '../view-context.ts';
import { pixels, rightsOf } from './media-rights.ts';
import {
  imagesOf,
  type LocatedFacts,
  nonEmpty,
  publisherId,
  type SiteContext,
  toNewsArticle,
  toPerson,
} from './news-article.ts';
import type { ListPicture, ListTopic, PageFacts, ShareImage } from './page-facts.ts';

/**
 * A page in the vocabulary of schema.org. Each thing is described once and referred to by its
 * `@id`. Undefined without a site URL, since every `@id` is absolute.
 */
export function createStructuredData(
  context: ViewContext,
  facts: PageFacts,
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

/**
 * Structured data as the text of a script element. No headline can end the element (`</script>`,
 * `<!--`), and no line separator can end a line of it (HTML Standard, "Restrictions for contents
 * of script elements").
 */
export function toJsonLd(graph: Graph): string {
  return JSON.stringify(graph)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function mainThing(
  context: SiteContext,
  facts: LocatedFacts,
  image: ShareImage | undefined,
): Thing {
  const { article, subject } = facts;
  switch (subject.kind) {
    case 'front':
      return toWebSite(context, facts);
    case 'list':
      return {
        '@type': 'CollectionPage',
        ...toPage(context, facts),
        about: subject.about && toTopic(subject.about),
        image: subject.picture && toImage(context, subject.picture, facts.edition.language),
        mainEntity: toNewestFirst(context, subject.articles),
      } satisfies CollectionPage;
    case 'page':
      return { '@type': 'WebPage', ...toPage(context, facts) } satisfies WebPage;
    case 'author':
      return toProfile(context, facts, toPerson(context, subject.author));
    case 'story': {
      const { story } = subject.inputs;
      if (article)
        return toNewsArticle(context, facts, { ...subject.inputs, story: article }, image);
      if (story.kind === 'person')
        return toProfile(context, facts, personOf(context, facts, subject.inputs, story));
      if (story.kind === 'running-story')
        return {
          '@type': 'CollectionPage',
          ...toPage(context, facts),
          image: imagesOf(context, subject.inputs, image),
          dateModified: story.updated && toMachineDate(story.updated),
          mainEntity: toItemList(context, subject.inputs.related),
        } satisfies CollectionPage;
      const { updated } = story;
      return {
        '@type': 'WebPage',
        ...toPage(context, facts),
        image: imagesOf(context, subject.inputs, image),
        dateModified: updated && toMachineDate(updated),
      } satisfies WebPage;
    }
  }
}

/** How many articles of a running story structured data lists; all of 400 would double the page. */
const maxListed = 50;

/** The newest articles of a running story, numbered in reading order. Undefined without articles. */
function toItemList(context: SiteContext, articles: readonly Brief[]): ItemList | undefined {
  const first = Math.max(0, articles.length - maxListed);
  return articles.length === 0
    ? undefined
    : {
        '@type': 'ItemList',
        itemListOrder: 'https://schema.org/ItemListOrderAscending',
        numberOfItems: articles.length,
        itemListElement: articles.slice(first).map(({ title, address }, index) => ({
          '@type': 'ListItem',
          position: first + index + 1,
          name: title,
          url: context.siteUrl + toHref(context, address),
        })),
      };
}

/** How many articles of another list structured data names: 100 bytes each. */
const maxNewest = 10;

/** The newest articles of a list. Programs find the others in the sitemaps. Undefined without articles. */
function toNewestFirst(
  context: SiteContext,
  articles: readonly Brief[] = [],
): ItemList | undefined {
  return articles.length === 0
    ? undefined
    : {
        '@type': 'ItemList',
        itemListOrder: 'https://schema.org/ItemListOrderDescending',
        itemListElement: articles.slice(0, maxNewest).map(({ address }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          url: context.siteUrl + toHref(context, address),
        })),
      };
}

function toImage(
  context: SiteContext,
  { info, alt, credit }: ListPicture,
  language: string,
): ImageObject {
  return {
    '@type': 'ImageObject',
    contentUrl: context.siteUrl + assetHref(context, info.name),
    width: pixels(info.width),
    height: pixels(info.height),
    caption: alt === '' ? undefined : alt,
    ...rightsOf(context, credit, language),
  };
}

function toTopic({ name, alternateNames }: ListTopic): Thing {
  const others = alternateNames.length === 0 ? undefined : alternateNames;
  return { '@type': 'Thing', name, alternateName: others };
}

/** Google Search Central, "Profile page". */
function toProfile(
  context: SiteContext,
  facts: LocatedFacts,
  person: SchemaPerson,
): ProfilePage {
  return { '@type': 'ProfilePage', ...toPage(context, facts), mainEntity: person };
}

/** Somebody with a file. */
function personOf(
  context: SiteContext,
  { description, url }: LocatedFacts,
  inputs: StoryInputs,
  { title, role, aka, contact, sameAs }: Person,
): SchemaPerson {
  const emails = contact
    .map((address) => address.replace(/^mailto:/iu, ''))
    .filter((address) => address.includes('@') && !address.includes('/'));
  return {
    '@type': 'Person',
    name: title,
    alternateName: nonEmpty(aka),
    url,
    description,
    jobTitle: role,
    email: nonEmpty(emails),
    sameAs: nonEmpty(sameAs),
    image: imagesOf(context, inputs, undefined),
  };
}

function toPage(context: SiteContext, { description, edition, title, url }: LocatedFacts) {
  return {
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: edition.language,
    publisher: { '@id': publisherId(context) },
  };
}

/** In schema.org's form the search words are a name in braces, which `query-input` declares. */
function toWebSite(context: SiteContext, facts: LocatedFacts): WebSite {
  const search = context.siteUrl + toHref(context, listAddress.search(facts.edition));
  const action = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={query}` },
    'query-input': 'required name=query',
  } as const;
  return {
    '@type': 'WebSite',
    ...toPage(context, facts),
    name: facts.name,
    potentialAction: hasSearch(context) ? action : undefined,
  };
}

/** Keys of `policies` in `publication.yaml` and the schema.org properties that they set. */
const policyProperties = {
  corrections: 'correctionsPolicy',
  diversity: 'diversityPolicy',
  ethics: 'ethicsPolicy',
  feedback: 'actionableFeedbackPolicy',
  masthead: 'masthead',
  mission: 'missionCoveragePrioritiesPolicy',
  ownership: 'ownershipFundingInfo',
  principles: 'publishingPrinciples',
  sources: 'unnamedSourcesPolicy',
  verification: 'verificationFactCheckingPolicy',
} as const;

/** The publisher, with the contact and the policies of `publication.yaml`. */
function toPublisher(context: SiteContext, { name }: LocatedFacts): NewsMediaOrganization {
  const { siteUrl, basePath, logo } = context;
  const { contact, owner, policies } = context.settings;
  const policyUrls = Object.entries(policyProperties).flatMap(([key, property]) => {
    const address = policies[key];
    return address === undefined ? [] : [[property, absolute(context, address)] as const];
  });
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(context),
    name,
    url: siteUrl + basePath,
    logo: siteUrl + (logo ? assetHref(context, logo.name) : toHref(context, siteFile.icon512)),
    parentOrganization: owner && {
      '@type': 'Organization',
      name: owner.name,
      url: owner.url === undefined ? undefined : absolute(context, owner.url),
    },
    ...(contact === undefined ? {} : contactOf(context, contact)),
    ...Object.fromEntries(policyUrls),
  };
}

function contactOf(context: SiteContext, contact: string) {
  const address = contact.replace(/^mailto:/iu, '');
  return address.includes('@') && !address.includes('/')
    ? { email: address }
    : {
        contactPoint: { '@type': 'ContactPoint', url: absolute(context, contact) } as const,
      };
}

/** `/about/` -> its absolute URL; a URL stays as it is. */
function absolute(context: SiteContext, address: string): string {
  return address.startsWith('/') ? context.siteUrl + toHref(context, address) : address;
}

/** The breadcrumbs from the front page to this page; none for the front page itself. */
function toTrail(context: SiteContext, facts: LocatedFacts): BreadcrumbList[] {
  const { article, edition, name, subject, title } = facts;
  if (subject.kind === 'front') return [];
  const section = article?.section;
  const url = (address: string) => context.siteUrl + toHref(context, address);
  const steps: { name: string; item?: string }[] = [
    { name, item: url(edition.path) },
    ...(section
      ? [
          {
            name: inLanguage(context, section.names, edition.language),
            item: url(listAddress.section(edition, section.slug)),
          },
        ]
      : []),
    // The last step is the page itself, so it has no `item` (Google Search Central, "Breadcrumb").
    { name: title },
  ];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map((step, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        ...step,
      })),
    },
  ];
}
