import { createYearPage } from './archive-lists.ts';
import { createArticlePage } from './article-page.ts';
import { createCreditsPage } from './credits-page.ts';
import { createFrontPage } from './front-page.ts';
import { createIndexPage } from './index-page.ts';
import { createListPage } from './list-page.ts';
import { createNotFoundPage } from './not-found-page.ts';
import { createOfflinePage } from './offline-page.ts';
import { createSearchPage } from './search-page.ts';
import type { ViewContext } from './view-context.ts';

/** Each looks at nothing but what it is given. */
const creators = {
  article: createArticlePage,
  credits: createCreditsPage,
  front: createFrontPage,
  index: createIndexPage,
  list: createListPage,
  'not-found': createNotFoundPage,
  offline: createOfflinePage,
  search: createSearchPage,
  year: createYearPage,
} as const;

export type PageKind = keyof typeof creators;

type Creator<Kind extends PageKind> = (typeof creators)[Kind];

/** A page that can be created: all that it is made from beside the context. Plain data. */
export interface PageRecipe<Kind extends PageKind = PageKind> {
  readonly page: Kind;
  readonly inputs: Parameters<Creator<Kind>>[1];
}

export interface PlannedPage<Kind extends PageKind = PageKind> extends PageRecipe<Kind> {
  readonly address: string;
}

/** Creates the view model of a page. */
export function createPage<Kind extends PageKind>(
  context: ViewContext,
  { page, inputs }: PageRecipe<Kind>,
): ReturnType<Creator<Kind>> {
  const create = creators[page] as (
    context: ViewContext,
    inputs: unknown,
  ) => ReturnType<Creator<Kind>>;
  return create(context, inputs);
}
