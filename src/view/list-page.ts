import type { Article } from '../article/article.ts';
import { type Month, toArchive, type Year } from '../edition/archive.ts';
import { listAddress, monthPagesFolder } from '../edition/list-addresses.ts';
import { type ListPage as Cut, toListPages } from '../edition/list-pages.ts';
import type { Edition, Group } from '../edition/publication.ts';
import { formatMonth, formatYear } from '../language/format-date.ts';
import { type CalendarView, createCalendar, dayId } from './calendar.ts';
import { indexLinks } from './index-page.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { type StoryEntry, shorten, toLargeEntry, withoutSection } from './story-entry.ts';
import { inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** A page that lists articles, or the months of a year. */
export interface ListPage {
  readonly shell: Shell;
  readonly heading: string;
  readonly entries: readonly (StoryEntry & { readonly id?: string })[];
  readonly calendar?: CalendarView;
  /** Ways to other lists: months of a year, years of the archive. */
  readonly links?: { readonly label: string; readonly items: readonly Link[] };
  readonly older?: Link;
  /** From an older page to the newest one. */
  readonly newest?: Link;
  /** Where the list is empty. */
  readonly empty?: { readonly title: string; readonly explanation: string };
}

/** A page and the address at which it stands. */
export interface AddressedPage<T> {
  readonly address: string;
  readonly page: T;
}

/** Headlines that describe a list. */
const described = 3;

interface List {
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
    .map((month, index, all) => toMonthList(context, edition, month, all[index + 1]));
  const lists = [all, ...sections, ...topics, ...months];
  return [
    ...lists.flatMap((list) => cutPages(context, edition, list)),
    ...archive.map((year, index) => yearPage(context, edition, year, archive[index + 1])),
  ];
}

function cutPages(
  context: ViewContext,
  edition: Edition,
  list: List,
): AddressedPage<ListPage>[] {
  const { pageSize } = context.publication.settings;
  return toListPages(list.articles, pageSize).map((cut) => {
    const { address, page } = onePage(context, edition, list, cut);
    return { address, page };
  });
}

function onePage(
  context: ViewContext,
  edition: Edition,
  list: List,
  cut: Cut<Article>,
): AddressedPage<ListPage> {
  const words = wordsOf(edition.language);
  const folder = list.folder ?? '';
  const address = list.address + (cut.suffix && folder + cut.suffix);
  const number =
    cut.suffix === '' ? undefined : words.lists.pageNumber(Number.parseInt(cut.suffix, 10));
  const title = number === undefined ? list.heading : `${list.heading} – ${number}`;
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
    ...(cut.older === undefined
      ? {}
      : {
          older: {
            text: words.lists.olderArticles,
            href: toHref(context, list.address + folder + cut.older),
          },
        }),
    ...(cut.suffix === ''
      ? {}
      : { newest: { text: words.lists.newestArticles, href: toHref(context, list.address) } }),
    ...(cut.items.length === 0 ? { empty: emptyText(edition) } : {}),
  };
  return { address, page };
}

function entriesOf(context: ViewContext, list: List, items: readonly Article[]) {
  const days = new Set<string>();
  return items.map((article, index) => {
    const entry = toLargeEntry(context, article, 'row', { first: index === 0 });
    if (list.calendar && !days.has(article.date.day)) {
      days.add(article.date.day);
      return { ...entry, id: dayId(article.date.day) };
    }
    return list.section === undefined ? entry : withoutSection(entry);
  });
}

/** A list is described by the first of its headlines. */
export function describedBy(articles: readonly Article[]): { description?: string } {
  if (articles.length === 0) return {};
  const headlines = articles.slice(0, described).map(({ title }) => title);
  return { description: shorten(headlines.join(' · ')) };
}

/** What a list without articles says. */
export function emptyText(edition: Edition) {
  const { emptyTitle, emptyExplanation } = wordsOf(edition.language).lists;
  return { title: emptyTitle, explanation: emptyExplanation };
}

function toMonthList(
  context: ViewContext,
  edition: Edition,
  own: Month,
  before: Month | undefined,
): List {
  const { year, month, articles } = own;
  const { archive } = wordsOf(edition.language);
  const items = [
    yearLink(context, edition, year),
    ...(before
      ? [
          {
            text: archive.previousMonth,
            href: toHref(context, listAddress.month(edition, before.year, before.month)),
          },
        ]
      : []),
  ];
  return {
    address: listAddress.month(edition, year, month),
    heading: formatMonth(Number(year), Number(month), edition.language),
    articles,
    folder: monthPagesFolder,
    links: { label: archive.title, items },
    calendar: createCalendar(context, edition, own),
  };
}

/** Ways to other lists. Counts stand on the pages of years and in calendars alone. */
function archiveLinks(context: ViewContext, edition: Edition, archive: readonly Year[]) {
  const items = [
    ...indexLinks(context, edition),
    ...archive.map(({ year }) => yearLink(context, edition, year)),
  ];
  return { label: wordsOf(edition.language).archive.title, items };
}

function yearLink(context: ViewContext, edition: Edition, year: string): Link {
  return {
    text: formatYear(Number(year), edition.language),
    href: toHref(context, listAddress.year(edition, year)),
  };
}

function yearPage(
  context: ViewContext,
  edition: Edition,
  { year, months }: Year,
  before: Year | undefined,
): AddressedPage<ListPage> {
  const words = wordsOf(edition.language);
  const address = listAddress.year(edition, year);
  const period = formatYear(Number(year), edition.language);
  const items = months.map(({ month, articles }) => ({
    text: `${formatMonth(Number(year), Number(month), edition.language)} · ${words.lists.numberOfArticles(articles.length)}`,
    href: toHref(context, listAddress.month(edition, year, month)),
  }));
  const older = before && {
    text: words.archive.previousYear,
    href: toHref(context, listAddress.year(edition, before.year)),
  };
  const page: ListPage = {
    shell: createShell(context, {
      edition,
      address,
      title: words.archive.of(period),
      subject: { kind: 'list' },
      ...describedBy(months.flatMap(({ articles }) => articles)),
    }),
    heading: words.archive.of(period),
    entries: [],
    links: { label: words.archive.title, items },
    ...(older ? { older } : {}),
    newest: { text: words.lists.allArticles, href: toHref(context, listAddress.all(edition)) },
  };
  return { address, page };
}
