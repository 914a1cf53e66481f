/**
 * The types of what components show, for the files of a theme, which import them by the name of the
 * package (`…/props`). Part of the public contract: a changed or removed property is a breaking change.
 */

export type { MarkdownSteps } from '../content/markdown/markdown-steps.ts';
export type { ArticlePage } from '../publication/view/article-page.ts';
export type { CalendarView } from '../publication/view/calendar.ts';
export type { CreditView, TextPart } from '../publication/view/credit-view.ts';
export type { CreditsPage } from '../publication/view/credits-page.ts';
export type { DaysPage } from '../publication/view/days-page.ts';
export type { BlockView, GroupTitle } from '../publication/view/front/block-view.ts';
export type { FrontPlace } from '../publication/view/front/front-block.ts';
export type { FrontPage } from '../publication/view/front-page.ts';
export type { IndexPage } from '../publication/view/index-page.ts';
export type { Kicker } from '../publication/view/kicker.ts';
export type { LanguageLink, Link } from '../publication/view/link.ts';
export type { ListLinks, ListPage } from '../publication/view/list-page.ts';
export type { NotFoundPage } from '../publication/view/not-found-page.ts';
export type { OfflinePage } from '../publication/view/offline-page.ts';
export type { Pager } from '../publication/view/pager.ts';
export type { PersonPage } from '../publication/view/person-page.ts';
export type { PictureView } from '../publication/view/picture-view.ts';
export type { RunningStoryPage } from '../publication/view/running-story-page.ts';
export type { SearchPage } from '../publication/view/search-page.ts';
export type { Shell } from '../publication/view/shell.ts';
export type { StoryEntry } from '../publication/view/story-entry.ts';
export type { TimelineView } from '../publication/view/story-timeline.ts';
export type { ThemePage } from '../publication/view/theme-page.ts';
export type { LayoutKind } from './styles/page-styles.ts';
