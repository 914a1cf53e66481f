import type { Edition } from '../edition/publication.ts';
import { directionOf } from '../language/direction.ts';
import { createShell, type LanguageLink, type Shell } from './shell.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

/** The page of an address that is none: in the default language, with a way into each edition. */
export interface NotFoundPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly explanation: string;
  readonly ways: readonly LanguageLink[];
}

export function createNotFoundPage(context: ViewContext): NotFoundPage {
  const edition = context.publication.editions[0] as Edition;
  const { notFound } = wordsOf(edition.language);
  return {
    shell: createShell(context, {
      edition,
      address: '/404.html',
      title: notFound.title,
      noindex: true,
    }),
    heading: notFound.title,
    explanation: notFound.explanation,
    ways: context.publication.editions.map(({ language, path }) => ({
      text: wordsOf(language).notFound.toFrontPage,
      href: toHref(context, path),
      language,
      direction: directionOf(language),
    })),
  };
}
