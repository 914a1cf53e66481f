import type { HeadSubject } from './head.ts';
import { toHref, type ViewContext } from './view-context.ts';

/** `<link rel="alternate" hreflang>`. */
export interface AlternateLink {
  readonly hreflang: string;
  readonly href: string;
}

/**
 * The page in every language that it has, itself included, so that each names all the others
 * (Google Search Central, "Localized versions of your pages"); `x-default` is the first of them in
 * the order of `languages`. Nothing for a page in one language, for lists, and where the site's
 * address is not known.
 */
export function toAlternates(context: ViewContext, subject: HeadSubject): AlternateLink[] {
  const { siteUrl } = context;
  const versions = versionsOf(context, subject);
  const [first] = versions;
  if (siteUrl === undefined || first === undefined || versions.length < 2) return [];
  const link = (hreflang: string, address: string) => ({
    hreflang,
    href: siteUrl + toHref(context, address),
  });
  return [
    ...versions.map(({ language, address }) => link(language, address)),
    link('x-default', first.address),
  ];
}

/** In the order of `languages`. */
export function versionsOf(
  { editions }: ViewContext,
  subject: HeadSubject,
): { readonly language: string; readonly address: string }[] {
  switch (subject.kind) {
    case 'story':
      return [...subject.inputs.versions];
    case 'front':
      return editions.map(({ language, path }) => ({ language, address: path }));
    case 'list':
      return [];
  }
}
