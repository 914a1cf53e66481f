import type { Article } from '../../content/article/article.ts';
import { toArchive } from '../edition/archive.ts';
import { listAddress } from '../edition/list-addresses.ts';
import { type ListPage as Cut, toListPages } from '../edition/list-pages.ts';
import type { Edition, Group } from '../edition/publication.ts';
import { archiveLinks, planYearPage, toMonthList } from './archive-lists.ts';
import { type CalendarView, dayId } from './calendar.ts';
import type { PlannedPage } from './create-page.ts';
import { describedBy, emptyText } from './list-texts.ts';
import { type Pager, toPager } from './pager.ts';
import { createShell, type Link, type Shell } from './shell.ts';
import { type StoryEntry, toLargeEntry, withoutSection } from './story-entry.ts';
import type { Brief, InputDesk } from './story-inputs.ts';
import { editionOf, inLanguage, toHref, type ViewContext, wordsOf } from './view-context.ts';
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

/** What one page of a list is made from: the list, and the cut of its articles that it shows. */
export interface ListInputs extends Omit<List, 'articles'> {
  readonly language: string;
  readonly cut: Cut<Brief>;
  /** Pages of the list. */
  readonly count: number;
  /** Which entries have an id: the first of each day, or of each year. */
  readonly ids: 'days' | 'years';
}

/** All list pages of an edition: all articles, sections, topics, months and years. */
export function planListPages(
  context: ViewContext,
  edition: Edition,
  { briefOf }: InputDesk,
): PlannedPage<'list' | 'year'>[] {
  const words = wordsOf(edition.language);
  const archive = toArchive(edition.articles);
  const name = (group: Group) => inLanguage(context, group.names, edition.language);
  const all: List = {
    address: listAddress.all(edition),
    heading: words.lists.allArticles,
    articles: edition.articles,
    ...(archive.length > 0 ? { links: archiveLinks(context, edition, archive) } : {}),
  };
  const { feeds, pageSize } = context.settings;
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
  const lists: List[] = [all, ...sections, ...topics, ...months];
  return [
    ...lists.flatMap((list) => {
      const cuts = toListPages(list.articles, pageSize);
      const links = list.links ?? yearLinks(context, edition, list, cuts);
      const { articles: _, links: __, calendar, ...whole } = list;
      return cuts.map((cut): PlannedPage<'list'> => {
        const newest = {
          ...(links ? { links } : {}),
          ...(calendar ? { calendar } : {}),
        };
        return {
          address: pageAddress(list, cut.suffix),
          page: 'list',
          inputs: {
            ...whole,
            ...(cut.suffix === '' ? newest : {}),
            ids: calendar ? 'days' : 'years',
            language: edition.language,
            cut: { ...cut, items: cut.items.map(briefOf) },
            count: cuts.length,
          },
        };
      });
    }),
    ...archive.map((year, index) =>
      planYearPage(edition, year, {
        next: archive[index - 1],
        previous: archive[index + 1],
        briefOf,
      }),
    ),
  ];
}

/** One page of a list. */
export function createListPage(context: ViewContext, inputs: ListInputs): ListPage {
  const { language, cut, count, section, fed, links, calendar } = inputs;
  const edition = editionOf(context, { language });
  const { lists } = wordsOf(language);
  const title =
    cut.suffix === '' ? inputs.heading : `${inputs.heading} – ${lists.pageNumber(cut.number)}`;
  const pager = toPager(cut, count, {
    language,
    words: {
      newest: lists.newestArticles,
      newer: lists.newerArticles,
      older: lists.olderArticles,
      oldest: lists.oldestArticles,
    },
    hrefOf: (suffix) => toHref(context, pageAddress(inputs, suffix)),
  });
  return {
    shell: createShell(context, {
      edition,
      address: pageAddress(inputs, cut.suffix),
      title,
      subject: { kind: 'list' },
      ...describedBy(cut.items),
      ...(section === undefined ? {} : { section }),
      ...(fed ? { fed: { address: inputs.address, title: inputs.heading } } : {}),
    }),
    heading: title,
    entries: entriesOf(context, inputs),
    ...(links ? { links } : {}),
    ...(calendar ? { calendar } : {}),
    ...(pager ? { pager } : {}),
    ...(cut.items.length === 0 ? { empty: emptyText(language) } : {}),
  };
}

function entriesOf(context: ViewContext, { cut, ids, section }: ListInputs) {
  const seen = new Set<string>();
  return cut.items.map((brief, index) => {
    const entry = toLargeEntry(context, brief, 'row', { first: index === 0 });
    const { day } = brief.date;
    const id = ids === 'days' ? dayId(day) : yearId(day.slice(0, 4));
    const own = section === undefined ? entry : withoutSection(entry);
    if (seen.has(id)) return own;
    seen.add(id);
    return { ...own, id };
  });
}
