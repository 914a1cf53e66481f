import { createArchivePage } from './archive-page.ts';
import { createArticlePage } from './article-page.ts';
import { createCreditsPage } from './credits-page.ts';
import { createDayPage } from './day-page.ts';
import { createDaysPage } from './days-page.ts';
import { createFollowPage } from './follow-page.ts';
import { createFrontPage } from './front-page.ts';
import { createIndexPage } from './index-page.ts';
import { createListPage } from './list-page.ts';
import { createNotFoundPage } from './not-found-page.ts';
import { createOfflinePage } from './offline-page.ts';
import { createPersonPage } from './person-page.ts';
import { createRunningStoryPage } from './running-story-page.ts';
import { createSearchPage } from './search-page.ts';
import { createThemePage } from './theme-page.ts';
import type { ViewContext } from './view-context.ts';
import { createYearPage } from './year-page.ts';

/** Each is a function of the context and the page's inputs only. */
const creators = {
  archive: createArchivePage,
  article: createArticlePage,
  credits: createCreditsPage,
  day: createDayPage,
  days: createDaysPage,
  follow: createFollowPage,
  front: createFrontPage,
  index: createIndexPage,
  list: createListPage,
  'not-found': createNotFoundPage,
  offline: createOfflinePage,
  person: createPersonPage,
  'running-story': createRunningStoryPage,
  search: createSearchPage,
  theme: createThemePage,
  year: createYearPage,
} as const;

export type PageKind = keyof typeof creators;

export const pageKinds = Object.keys(creators) as readonly PageKind[];

type Creator<Kind extends PageKind> = (typeof creators)[Kind];

/** All that a page is made from, besides the context. Plain data. */
export interface PageRecipe<Kind extends PageKind = PageKind> {
  readonly page: Kind;
  readonly inputs: Parameters<Creator<Kind>>[1];
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
