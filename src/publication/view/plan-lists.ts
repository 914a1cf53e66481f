import type { Article, Person } from '../../content/article/article.ts';
import { localText } from '../../content/settings/local-text.ts';
import { formatMonth, formatYear } from '../../language/format-date.ts';
import { formatSentence } from '../../language/format-sentence.ts';
import { type Month, toArchive, type Year } from '../edition/archive.ts';
import {
  editionLists,
  listAddress,
  listPageAddress,
  monthPagesFolder,
} from '../edition/list-addresses.ts';
import { type ListPart, listSizes, toListParts } from '../edition/list-pages.ts';
import type { Edition, UsedPicture } from '../edition/publication.ts';
import { type CalendarView, createCalendar } from './calendar.ts';
import type { InputCollector } from './collect-inputs.ts';
import type { Link } from './link.ts';
import { type ListFrame, type ListInputs, type ListLinks, yearId } from './list-page.ts';
import { pagerCount } from './pager.ts';
import type { PersonInputs } from './person-page.ts';
import type { PlannedPage } from './planned-page.ts';
import type { AuthorInput } from './story-inputs.ts';
import {
  editionOf,
  hasDays,
  inLanguage,
  toHref,
  type ViewContext,
  wordsOf,
} from './view-context.ts';
import { planYearPage, type YearInputs } from './year-page.ts';

/** A list before it is divided into pages. */
interface List extends ListFrame {
  readonly articles: readonly Article[];
  /** For the list of an author: who it is, and the file that the newest page shows. */
  readonly author?: AuthorInput;
  readonly file?: Person;
  readonly links?: ListLinks;
  readonly calendar?: CalendarView;
  readonly picture?: ListInputs['picture'];
}

/** More years are folded: on a phone they would fill the screen. */
const unfolded = 12;

type ListPlan =
  | PlannedPage<'list', ListInputs>
  | PlannedPage<'person', PersonInputs>
  | PlannedPage<'year', YearInputs>;

/**
 * All list pages of an edition: all articles, sections, topics, authors, months and years. Plans
 * them one by one: the inputs of all would need as much memory as the articles.
 */
export function* planListPages(
  context: ViewContext,
  edition: Edition,
  collector: InputCollector,
): Generator<ListPlan> {
  const archive = toArchive(edition.articles);
  for (const list of listsOf(context, edition, archive, collector))
    yield* planList(context, edition, list, collector);
  for (const [index, year] of archive.entries()) {
    const next = archive[index - 1]?.year;
    const previous = archive[index + 1]?.year;
    yield planYearPage(edition, year, { next, previous }, collector.briefOf);
  }
}

function* listsOf(
  context: ViewContext,
  edition: Edition,
  archive: readonly Year[],
  collector: InputCollector,
): Generator<List> {
  yield {
    address: listAddress.all(edition),
    heading: wordsOf(context, edition.language).lists.allArticles,
    articles: edition.articles,
    links: archive.length > 0 ? archiveLinks(context, edition, archive) : undefined,
  };
  yield* groupLists(context, edition, collector.assets);
  yield* authorLists(context, edition, collector);
  yield* storyLists(context, edition);
  const months = archive.flatMap((year) => year.months);
  for (const [index, month] of months.entries())
    yield toMonthList(context, edition, month, {
      next: months[index - 1],
      previous: months[index + 1],
    });
}

function groupPicture(
  { file, alt, credit }: UsedPicture,
  assets: InputCollector['assets'],
): ListInputs['picture'] {
  const asset = assets.get(file);
  return asset?.kind === 'picture' ? { info: asset, alt, credit } : undefined;
}

/** The lists of all sections and topics. */
function groupLists(
  context: ViewContext,
  edition: Edition,
  assets: InputCollector['assets'],
): List[] {
  const { lists } = wordsOf(context, edition.language);
  return editionLists(edition, context.settings).flatMap(
    ({ kind, address, group, hasFeeds }) => {
      if (group === undefined || kind === 'author' || kind === 'story') return [];
      const name = inLanguage(context, group.names, edition.language);
      const isSection = kind === 'section';
      return {
        address,
        heading: isSection ? name : formatSentence(lists.topic, { name }),
        articles: group.articles,
        section: isSection ? group.slug : undefined,
        about: isSection
          ? undefined
          : { name, alternateNames: (group.aka ?? []).filter((aka) => aka !== name) },
        description: group.description,
        picture: group.picture && groupPicture(group.picture, assets),
        fed: hasFeeds,
        isComposed: true,
      };
    },
  );
}

/** The lists of all authors. */
function authorLists(
  { settings }: ViewContext,
  { authors, language, ...edition }: Edition,
  collector: InputCollector,
): List[] {
  return authors.map(({ slug, names, articles, file, urls }) => {
    const name = localText(names, language, settings.languages);
    return {
      address: listAddress.author(edition, slug),
      heading: name,
      articles,
      author: collector.authorOf(name, urls, language),
      byAuthor: true,
      file,
      fed: settings.feeds.includes('authors'),
    };
  });
}

/** The lists of running stories without a file. */
function storyLists(
  { settings }: ViewContext,
  { runningStories, language, ...edition }: Edition,
): List[] {
  return runningStories
    .filter(({ file }) => file === undefined)
    .map(({ slug, names, articles }) => ({
      address: listAddress.story(edition, slug),
      heading: localText(names, language, settings.languages),
      articles,
      fed: settings.feeds.includes('stories'),
      isComposed: true,
    }));
}

/**
 * The pages of one list. The newest page has the links, the calendar, the author
 * and the number of articles.
 * Older pages link to the years on them and on pages older than they are, which never change.
 */
function* planList(
  context: ViewContext,
  edition: Edition,
  { articles, author, file, links, calendar, picture, ...frame }: List,
  { briefOf, storyOf }: InputCollector,
): Generator<ListPlan> {
  const parts = toListParts(articles, listSizes(context.settings));
  const years = yearsOf(context, edition, frame, parts);
  const { title } = wordsOf(context, edition.language).archive;
  for (const [index, part] of parts.entries()) {
    const isNewest = part.suffix === '';
    const address = listPageAddress(frame, part.suffix);
    const items = years.linksOf(index);
    const inputs: ListInputs = {
      ...frame,
      language: edition.language,
      part: { ...part, items: part.items.map(briefOf) },
      count: pagerCount(part.number, parts.length),
      ids: calendar ? 'days' : 'years',
      total: isNewest ? articles.length : undefined,
      links:
        (isNewest && links) ||
        (items.length === 0
          ? undefined
          : { label: title, items, ...(items.length > unfolded ? { isFolded: true } : {}) }),
      calendar: isNewest ? calendar : undefined,
      picture: isNewest ? picture : undefined,
      author: isNewest ? author : undefined,
    };
    yield file && isNewest
      ? { address, page: 'person', inputs: { ...storyOf(file), story: file, list: inputs } }
      : { address, page: 'list', inputs };
  }
}

/** The list of a month, with its calendar and links to the nearest months that have articles. */
function toMonthList(
  context: ViewContext,
  edition: Edition,
  own: Month,
  around: { readonly previous?: Month; readonly next?: Month },
): List {
  const { year, month, articles } = own;
  const { archive } = wordsOf(context, edition.language);
  const to = (text: string, other: Month | undefined) =>
    other
      ? [{ text, href: toHref(context, listAddress.month(edition, other.year, other.month)) }]
      : [];
  const items = [
    yearLink(context, edition, year),
    ...to(archive.nextMonth, around.next),
    ...to(archive.previousMonth, around.previous),
    ...(hasDays(context, editionOf(context, edition))
      ? [{ text: archive.onThisDay, href: toHref(context, listAddress.days(edition)) }]
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

/** From the list of all articles to the sections, the topics and the years. */
function archiveLinks(
  context: ViewContext,
  edition: Edition,
  archive: readonly Year[],
): ListLinks {
  const { archive: words, lists } = wordsOf(context, edition.language);
  const to = (text: string, address: string) => ({ text, href: toHref(context, address) });
  const { sections, topics } = edition;
  const items = [
    ...(sections.length > 0 ? [to(lists.allSections, listAddress.sections(edition))] : []),
    ...(topics.length > 0 ? [to(lists.allTopics, listAddress.topics(edition))] : []),
    to(words.title, listAddress.archive(edition)),
    // The archive has those of a long one.
    ...(archive.length > unfolded
      ? []
      : archive.map(({ year }) => yearLink(context, edition, year))),
  ];
  return { label: words.title, items };
}

function yearLink(context: ViewContext, edition: Edition, year: string): Link {
  return {
    text: formatYear(Number(year), edition.language),
    href: toHref(context, listAddress.year(edition, year)),
  };
}

/**
 * The years of a list, each linked to its newest entry. `linksOf` gives those of one page by its
 * index: on the newest page of several all years, if there is more than one; on an older page those
 * that begin below its first entry, or on older pages.
 */
function yearsOf(
  context: ViewContext,
  edition: Edition,
  list: ListFrame,
  parts: readonly ListPart<Article>[],
): { readonly linksOf: (index: number) => readonly Link[] } {
  const years: { readonly year: string; readonly index: number; readonly link: Link }[] = [];
  const seen = new Set<string>();
  for (const [index, { suffix, items }] of parts.entries())
    for (const { date } of items) {
      const year = date.day.slice(0, 4);
      if (seen.has(year)) continue;
      seen.add(year);
      const text = formatYear(Number(year), edition.language);
      const href = `${toHref(context, listPageAddress(list, suffix))}#${yearId(year)}`;
      years.push({ year, index, link: { text, href } });
    }
  const all = years.map(({ link }) => link);
  // Where the years of each page begin: a search for each page would take as long as there are pages.
  const starts = parts.map(() => years.length);
  for (const [place, { index }] of [...years.entries()].reverse()) starts[index] = place;
  for (let index = starts.length - 2; index >= 0; index -= 1)
    starts[index] = Math.min(starts[index] ?? 0, starts[index + 1] ?? 0);
  return {
    linksOf: (index) => {
      if (index === 0) return parts.length > 1 && all.length > 1 ? all : [];
      const from = starts[index] ?? 0;
      const first = parts[index]?.items[0]?.date.day.slice(0, 4);
      return all.slice(years[from]?.year === first ? from + 1 : from);
    },
  };
}
