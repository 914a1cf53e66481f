import type { Article } from '../article/article.ts';
import { toArchive } from '../edition/archive.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { type ListPage as Cut, toListPages } from '../edition/list-pages.ts';
import type { Edition, Group } from '../edition/publication.ts';
import type { AddressedPage } from './addressed-page.ts';
import { archiveLinks, toMonthList, yearPage } from './archive-lists.ts';
import { type CalendarView, dayId } from './calendar.ts';
import { describedBy, emptyText } from './list-texts.ts';
import { type Pager, toPager } from './pager.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { type StoryEntry, toLargeEntry, withoutSection } from './story-entry.ts';
import { inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';
import { pageAddress, yearId, yearLinks } from './year-links.ts';

/** A page that lists articles, or the months of a year. */
export interface ListPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly entries: readonly (StoryEntry & { readonly id?: string })[];
  readonly calendar?: CalendarView;
  /** Ways to other lists: months of a year, years of the archive. */
  readonly links?: { readonly label: string; readonly items: readonly Link[] };
  /** The months of a year. */
  readonly months?: readonly MonthSummary[];
  readonly pager?: Pager;
  /** Where the list is empty. */
  readonly empty?: { readonly title: string; readonly explanation: string };
}

/** A month on the page of its year. */
export interface MonthSummary {
  readonly link: Link;
  readonly count: string;
  /** Its newest articles. */
  readonly entries: readonly StoryEntry[];
}

/** A list before it is cut into pages. */
export interface List {
  readonly address: string;
  readonly heading: string;
  readonly articles: readonly Article[];
  /** Folder of the older pages below the list's address. */
  readonly folder?: string;
  readonly section?: string;
  readonly links?: ListPage['links'];
  readonly calendar?: CalendarView;
  /** Whether the list has feeds of its own. */
  readonly fed?: boolean;
}

/** All list pages of an edition: all articles, sections, topics, months and years. */
export function createListPages(
  context: ViewContext,
  edition: Edition,
): AddressedPage<ListPage>[] {
  const words = wordsOf(edition.language);
  const archive = toArchive(edition.articles);
  const name = (group: Group) => inLanguage(context, group.names, edition.language);
  const all: List = {
    address: listAddress.all(edition),
    heading: words.lists.allArticles,
    articles: edition.articles,
    ...(archive.length > 0 ? { links: archiveLinks(context, edition, archive) } : {}),
  };
  const { feeds } = context.publication.settings;
  const sections = edition.sections.map((group) => ({
    address: listAddress.section(edition, group.slug),
    heading: name(group),
    articles: group.articles,
    section: group.slug,
    fed: feeds.includes('sections'),
  }));
  const topics = edition.topics.map((group) => ({
    address: listAddress.topic(edition, group.slug),
    heading: words.lists.topic(name(group)),
    articles: group.articles,
    fed: feeds.includes('topics'),
  }));
  const months = archive
    .flatMap(({ months }) => months)
    .map((month, index, all) =>
      toMonthList(context, edition, month, { next: all[index - 1], previous: all[index + 1] }),
    );
  const lists = [all, ...sections, ...topics, ...months];
  return [
    ...lists.flatMap((list) => cutPages(context, edition, list)),
    ...archive.map((year, index) =>
      yearPage(context, edition, year, {
        next: archive[index - 1],
        previous: archive[index + 1],
      }),
    ),
  ];
}

function cutPages(
  context: ViewContext,
  edition: Edition,
  list: List,
): AddressedPage<ListPage>[] {
  const { pageSize } = context.publication.settings;
  const cuts = toListPages(list.articles, pageSize);
  const links = list.links ?? yearLinks(context, edition, list, cuts);
  const whole = links ? { ...list, links } : list;
  return cuts.map((cut) => onePage(context, edition, whole, cut, cuts.length));
}

function onePage(
  context: ViewContext,
  edition: Edition,
  list: List,
  cut: Cut<Article>,
  count: number,
): AddressedPage<ListPage> {
  const { lists } = wordsOf(edition.language);
  const address = pageAddress(list, cut.suffix);
  const title =
    cut.suffix === '' ? list.heading : `${list.heading} – ${lists.pageNumber(cut.number)}`;
  const pager = toPager(cut, count, {
    language: edition.language,
    words: {
      newest: lists.newestArticles,
      newer: lists.newerArticles,
      older: lists.olderArticles,
      oldest: lists.oldestArticles,
    },
    hrefOf: (suffix) => toHref(context, pageAddress(list, suffix)),
  });
  const page: ListPage = {
    shell: createShell(context, {
      edition,
      address,
      title,
      subject: { kind: 'list' },
      ...describedBy(cut.items),
      ...(list.section === undefined ? {} : { section: list.section }),
      ...(list.fed ? { fed: { address: list.address, title: list.heading } } : {}),
    }),
    heading: title,
    entries: entriesOf(context, list, cut.items),
    ...(list.links && cut.suffix === '' ? { links: list.links } : {}),
    ...(list.calendar && cut.suffix === '' ? { calendar: list.calendar } : {}),
    ...(pager ? { pager } : {}),
    ...(cut.items.length === 0 ? { empty: emptyText(edition) } : {}),
  };
  return { address, page };
}

function entriesOf(context: ViewContext, list: List, items: readonly Article[]) {
  const ids = new Set<string>();
  return items.map((article, index) => {
    const entry = toLargeEntry(context, article, 'row', { first: index === 0 });
    const { day } = article.date;
    const id = list.calendar ? dayId(day) : yearId(day.slice(0, 4));
    const own = list.section === undefined ? entry : withoutSection(entry);
    if (ids.has(id)) return own;
    ids.add(id);
    return { ...own, id };
  });
}
