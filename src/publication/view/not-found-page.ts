import { directionWithin } from '../../language/direction.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { siteFile } from '../edition/site-files.ts';
import type { LanguageLink } from './link.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell, type Shell } from './shell.ts';
import {
  type EditionFrame,
  hasSearch,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';

/** The page that replaces a missing page: in the default language, with links to all editions. */
export interface NotFoundPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly explanation: string;
  /** Text before the link to the page that was probably meant, which a script finds. */
  readonly perhaps: string;
  readonly links: readonly LanguageLink[];
  /** A search form, if the publication has a search. */
  readonly search?: {
    readonly action: string;
    readonly label: string;
    readonly submit: string;
  };
}

export function createNotFoundPage(context: ViewContext): NotFoundPage {
  const edition = context.editions[0] as EditionFrame;
  const { notFound, search } = wordsOf(context, edition.language);
  return {
    shell: createShell(context, {
      edition,
      address: siteFile.notFound,
      title: notFound.title,
      noindex: true,
    }),
    heading: notFound.title,
    explanation: notFound.explanation,
    perhaps: notFound.perhaps,
    search: hasSearch(context)
      ? {
          action: toHref(context, listAddress.search(edition)),
          label: search.placeholder,
          submit: search.title,
        }
      : undefined,
    links: context.editions.flatMap((own) => {
      const { language, path } = own;
      const { notFound, lists } = wordsOf(context, language);
      const link = (text: string, address: string) => ({
        text,
        href: toHref(context, address),
        language,
        ...directionWithin(edition.language, language),
      });
      return [
        link(notFound.toFrontPage, path),
        ...(own === edition ? [link(lists.allArticles, listAddress.all(own))] : []),
      ];
    }),
  };
}

export function planNotFoundPage(): PlannedPage<'not-found', undefined> {
  return { address: siteFile.notFound, page: 'not-found', inputs: undefined };
}
