import type { BreadcrumbList } from 'schema-dts';
import { listAddress } from '../edition/list-addresses.ts';
import type { PageFacts, SiteContext } from './structured-data.ts';
import { inLanguage, toHref } from './view-context.ts';

/** The way from the front page to this one; none for the front page itself. */
export function toTrail(context: SiteContext, facts: PageFacts): BreadcrumbList[] {
  const { article, edition, name, subject, title } = facts;
  if (subject.kind === 'front') return [];
  const section = article?.section;
  const steps: { name: string; address?: string }[] = [
    { name, address: edition.path },
    ...(section
      ? [
          {
            name: inLanguage(context, section.names, edition.language),
            address: listAddress.section(edition, section.slug),
          },
        ]
      : []),
    // Its own address goes without saying (Google Search Central, "Breadcrumb").
    { name: title },
  ];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map((step, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: step.name,
        ...(step.address === undefined
          ? {}
          : { item: context.siteUrl + toHref(context, step.address) }),
      })),
    },
  ];
}
