import type { NewsMediaOrganization } from 'schema-dts';
import type { PageFacts, SiteContext } from './structured-data.ts';
import { assetHref, toHref } from './view-context.ts';

/** Names of `policies` in publication.yaml and the properties of schema.org that they stand for. */
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

/** One for all pages and editions. */
export function publisherId(context: SiteContext): string {
  return `${homeOf(context)}#publisher`;
}

/** Who publishes, with the policies and the way to be reached that publication.yaml gives. */
export function toPublisher(context: SiteContext, { name }: PageFacts): NewsMediaOrganization {
  const { contact, owner, policies } = context.settings;
  const { logo } = context;
  const ofPolicies = Object.entries(policyProperties).flatMap(([key, property]) => {
    const address = policies[key];
    return address === undefined ? [] : [[property, absolute(context, address)] as const];
  });
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(context),
    name,
    url: homeOf(context),
    logo:
      context.siteUrl +
      (logo ? assetHref(context, logo.name) : `${context.basePath}icon-512.png`),
    ...(owner
      ? {
          parentOrganization: {
            '@type': 'Organization',
            name: owner.name,
            ...(owner.url === undefined ? {} : { url: absolute(context, owner.url) }),
          },
        }
      : {}),
    ...(contact === undefined ? {} : contactOf(context, contact)),
    ...Object.fromEntries(ofPolicies),
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

function homeOf(context: SiteContext): string {
  return context.siteUrl + context.basePath;
}

/** An address of the site (`/about/`) or of the web. */
function absolute(context: SiteContext, address: string): string {
  return address.startsWith('/') ? context.siteUrl + toHref(context, address) : address;
}
