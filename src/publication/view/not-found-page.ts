import { directionWithin } from '../../language/direction.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { PlannedPage } from './create-page.ts';
import { createShell, type LanguageLink, type Shell } from './shell.ts';
import {
  type EditionFrame,
  hasSearch,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** The page of an address that is none: in the default language, with a way into each edition. */
export interface NotFoundPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly explanation: string;
  /** Before the address that was probably meant, which a script finds out. */
  readonly perhaps: string;
  readonly ways: readonly LanguageLink[];
  /** A form that leads to the search, where the publication has one. */
  readonly search?: {
    readonly action: string;
    readonly label: string;
    readonly submit: string;
  };
}

export function createNotFoundPage(context: ViewContext): NotFoundPage {
  const edition = context.editions[0] as EditionFrame;
  const { notFound, search } = wordsOf(edition.language);
  return {
    shell: createShell(context, {
      edition,
      address: '/404.html',
      title: notFound.title,
      noindex: true,
    }),
    heading: notFound.title,
    explanation: notFound.explanation,
    perhaps: notFound.perhaps,
    ...(hasSearch(context)
      ? {
          search: {
            action: toHref(context, listAddress.search(edition)),
            label: search.placeholder,
            submit: search.title,
          },
        }
      : {}),
    ways: context.editions.flatMap((own) => {
      const { language, path } = own;
      const { notFound, lists } = wordsOf(language);
      const way = (text: string, address: string) => ({
        text,
        href: toHref(context, address),
        language,
        ...directionWithin(edition.language, language),
      });
      return [
        way(notFound.toFrontPage, path),
        ...(own === edition ? [way(lists.allArticles, listAddress.all(own))] : []),
      ];
    }),
  };
}

export function planNotFoundPage(): PlannedPage<'not-found'> {
  return { address: '/404.html', page: 'not-found', inputs: undefined };
}
