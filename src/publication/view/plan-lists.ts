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
import { type ListPart, toListParts } from '../edition/list-pages.ts';
import type { Edition, UsedPicture } from '../edition/publication.ts';
import { type CalendarView, createCalendar } from './calendar.ts';
import type { InputCollector } from './collect-inputs.ts';
import type { Link } from './link.ts';
import { type ListFrame, type ListInputs, type ListLinks, yearId } from './list-page.ts';
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

type ListPlan =
  | PlannedPage<'list', ListInputs>
  | PlannedPage<'person', PersonInputs>
  | PlannedPage<'year', YearInputs>;

/** All list pages of an edition: all articles, sections, topics, authors, months and years. */
export function planListPages(
  context: ViewContext,
  edition: Edition,
  collector: InputCollector,
): ListPlan[] {
  const archive = toArchive(edition.articles);
  const months = archive.flatMap((year) => year.months);
  const lists: List[] = [
    {
      address: listAddress.all(edition),
      heading: wordsOf(context, edition.language).lists.allArticles,
      articles: edition.articles,
      links: archive.length > 0 ? archiveLinks(context, edition, archive) : undefined,
    },
    ...groupLists(context, edition, collector.assets),
    ...authorLists(context, edition, collector),
    ...storyLists(context, edition),
    ...months.map((month, index) =>
      toMonthList(context, edition, month, {
        next: months[index - 1],
        previous: months[index + 1],
      }),
    ),
  ];
  return [
    ...lists.flatMap((list) => planList(context, edition, list, collector)),
    ...archive.map((year, index) => {
      const next = archive[index - 1]?.year;
      const previous = archive[index + 1]?.year;
      return planYearPage(edition, year, { next, previous }, collector.briefOf);
    }),
  ];
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
function planList(
  context: ViewContext,
  edition: Edition,
  { articles, author, file, links, calendar, picture, ...frame }: List,
  { briefOf, storyOf }: InputCollector,
): ListPlan[] {
  const parts = toListParts(articles, context.settings.pageSize);
  const newestLinks = links ?? yearLinks(context, edition, frame, parts);
  return parts.map((part, index) => {
    const isNewest = part.suffix === '';
    const address = listPageAddress(frame, part.suffix);
    const inputs: ListInputs = {
      ...frame,
      language: edition.language,
      part: { ...part, items: part.items.map(briefOf) },
      count: parts.length,
      ids: calendar ? 'days' : 'years',
      total: isNewest ? articles.length : undefined,
      links: isNewest
        ? newestLinks
        : olderYearLinks(context, edition, frame, parts.slice(index)),
      calendar: isNewest ? calendar : undefined,
      picture: isNewest ? picture : undefined,
      author: isNewest ? author : undefined,
    };
    return file && isNewest
      ? { address, page: 'person', inputs: { ...storyOf(file), story: file, list: inputs } }
      : { address, page: 'list', inputs };
  });
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
    ...archive.map(({ year }) => yearLink(context, edition, year)),
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
 * For a list of several pages: each year, linked to its first entry. Undefined if all articles
 * are of one year.
 */
function yearLinks(
  context: ViewContext,
  edition: Edition,
  list: ListFrame,
  parts: readonly ListPart<Article>[],
): ListLinks | undefined {
  if (parts.length < 2) return undefined;
  const items = yearsOf(context, edition, list, parts);
  if (items.length < 2) return undefined;
  return { label: wordsOf(context, edition.language).archive.title, items };
}

/** For an older page of a list: the years that begin below its first entry, or on older pages. */
function olderYearLinks(
  context: ViewContext,
  edition: Edition,
  list: ListFrame,
  parts: readonly ListPart<Article>[],
): ListLinks | undefined {
  const [, ...items] = yearsOf(context, edition, list, parts);
  if (items.length === 0) return undefined;
  return { label: wordsOf(context, edition.language).archive.title, items };
}

/** The years of some pages of a list, each linked to its newest entry. */
function yearsOf(
  context: ViewContext,
  edition: Edition,
  list: ListFrame,
  parts: readonly ListPart<Article>[],
): Link[] {
  const suffixes = new Map<string, string>();
  for (const { suffix, items } of parts)
    for (const { date } of items) {
      const year = date.day.slice(0, 4);
      if (!suffixes.has(year)) suffixes.set(year, suffix);
    }
  return [...suffixes].map(([year, suffix]) => ({
    text: formatYear(Number(year), edition.language),
    href: `${toHref(context, listPageAddress(list, suffix))}#${yearId(year)}`,
  }));
}
