import type { Article } from '../article/article.ts';
import { toArchive } from '../edition/archive.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { type ListPage as Cut, toListPages } from '../edition/list-pages.ts';
import type { Edition, Group } from '../edition/publication.ts';
import type { AddressedPage } from './addressed-page.ts';
import { archiveLinks, toMonthList, yearPage } from './archive-lists.ts';
import { type CalendarView, dayId } from './calendar.ts';
import { describedBy, emptyText } from './list-texts.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { type StoryEntry, toLargeEntry, withoutSection } from './story-entry.ts';
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
  return toListPages(list.articles, pageSize).map((cut) =>
    onePage(context, edition, list, cut),
  );
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
