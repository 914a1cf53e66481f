import { formatSentence } from '../../language/format-sentence.ts';
import { formatCount } from '../../language/plural.ts';
import { listPageAddress } from '../edition/list-addresses.ts';
import type { ListPart } from '../edition/list-pages.ts';
import { type CalendarView, dayId } from './calendar.ts';
import { type CreditView, creditLine, notesOf } from './credit-view.ts';
import { type BlockView, toBlockViews } from './front/block-view.ts';
import { composeList } from './front/compose-list.ts';
import type { ListPicture, ListTopic } from './head/page-facts.ts';
import type { Kicker } from './kicker.ts';
import type { Link } from './link.ts';
import { type Pager, toPager } from './pager.ts';
import { asFirst, type PictureView, toPictureView } from './picture-view.ts';
import { createShell, type Shell } from './shell.ts';
import {
  describeList,
  type EmptyText,
  emptyText,
  type StoryEntry,
  toLargeEntry,
  withoutAuthors,
  withoutSection,
} from './story-entry.ts';
import type { AuthorInput, Brief } from './story-inputs.ts';
import { editionOf, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** A page that lists articles, the months of a year, or the years of a day. */
export interface ListPage {
  readonly shell: Shell;
  readonly heading: string;
  /** What the section or topic is about; only on its newest page. */
  readonly description?: string;
  /** Its picture with the credit; only on its newest page. */
  readonly picture?: { readonly picture: PictureView; readonly credit?: CreditView };
  /** The number of articles of the list; only on its newest page. */
  readonly total?: string;
  /** Rows above the entries, as on a front page. */
  readonly blocks?: readonly BlockView[];
  readonly entries: readonly (StoryEntry & { readonly id?: string })[];
  readonly calendar?: CalendarView;
  readonly links?: ListLinks;
  /** Months of a year, each with its newest articles as links. */
  readonly months?: readonly MonthSummary[];
  /** Chosen articles of a year; the years of a day. */
  readonly groups?: readonly ListGroup[];
  readonly pager?: Pager;
  /** Only if the list is empty. */
  readonly empty?: EmptyText;
}

/** Links to other lists, such as the years of the archive. */
export interface ListLinks {
  readonly label: string;
  /** `count`: how many articles there are. */
  readonly items: readonly (Link & { readonly count?: string })[];
  /** Whether they are so many that they are folded. */
  readonly isFolded?: true;
}

/** A month on the page of its year. */
export interface MonthSummary {
  readonly link: Link;
  readonly count: string;
  /** Its newest articles. The text of a date is the day of the month. */
  readonly entries: readonly (Pick<StoryEntry, 'href' | 'headline' | 'date' | 'status'> & {
    readonly genre?: Kicker['genre'];
  })[];
}

/** Articles below a heading. */
export interface ListGroup {
  readonly link: { readonly text: string; readonly href?: string };
  readonly count?: string;
  readonly entries: readonly StoryEntry[];
}

/** What the pages of a list have in common. */
export interface ListFrame {
  readonly address: string;
  readonly heading: string;
  /** Folder of the older pages, below the list's address. */
  readonly folder?: string;
  /** The slug of the section, if the list is of one. */
  readonly section?: string;
  /** Whether the list is of one author, whom its entries then do not name. */
  readonly byAuthor?: boolean;
  /** Whether its newest page begins like a front page. */
  readonly isComposed?: true;
  /** Whether the list has feeds of its own. */
  readonly fed?: boolean;
  /** What its articles are about. */
  readonly about?: ListTopic;
  /** What `publication.yaml` says of it. Older pages do not show it. */
  readonly description?: string;
}

/** What one page of a list is made from. */
export interface ListInputs extends ListFrame {
  readonly language: string;
  /** The articles that the page shows. */
  readonly part: ListPart<Brief>;
  /** How many pages the list has, see `pagerCount`. */
  readonly count: number;
  /** How many articles it has; only for its newest page. */
  readonly total?: number;
  /** Which entries have an id: the first of each day, or of each year. */
  readonly ids: 'days' | 'years';
  readonly links?: ListLinks;
  readonly calendar?: CalendarView;
  /** The picture of a section or topic; on its newest page. */
  readonly picture?: ListPicture;
  /** On the newest page of an author's list. */
  readonly author?: AuthorInput;
}

/** One page of a list. */
export function createListPage(context: ViewContext, inputs: ListInputs): ListPage {
  const { language, part, section, fed, links, calendar, author } = inputs;
  const edition = editionOf(context, { language });
  const words = wordsOf(context, language);
  const { lists } = words;
  const description = part.suffix === '' ? inputs.description : undefined;
  const title =
    part.suffix === ''
      ? inputs.heading
      : `${inputs.heading} – ${formatSentence(lists.pageNumber, { number: String(part.number) })}`;
  const composed = composedOf(context, inputs);
  const lead = composed?.blocks[0]?.columns[0]?.stories[0]?.entry;
  return {
    shell: createShell(context, {
      edition,
      address: listPageAddress(inputs, part.suffix),
      title,
      subject: author
        ? { kind: 'author', author }
        : {
            kind: 'list',
            about: inputs.about,
            articles: part.items,
            picture: inputs.picture,
          },
      description: description ?? describeList(part.items),
      section,
      fed: fed ? { address: inputs.address, title: inputs.heading } : undefined,
      picture: lead?.picture,
    }),
    heading: title,
    description,
    picture: pictureOf(context, inputs),
    total: inputs.total ? formatCount(inputs.total, lists.numberOfArticles, words) : undefined,
    ...(composed ?? { entries: entriesOf(context, inputs) }),
    links,
    calendar,
    pager: pagerOf(context, inputs),
    empty: part.items.length === 0 ? emptyText(context, language) : undefined,
  };
}

/** Links to the other pages of the list. */
export function pagerOf(context: ViewContext, inputs: ListInputs): Pager | undefined {
  const { language, part, count } = inputs;
  const { lists } = wordsOf(context, language);
  return toPager(part, count, {
    lists,
    words: {
      newest: lists.newestArticles,
      newer: lists.newerArticles,
      older: lists.olderArticles,
      oldest: lists.oldestArticles,
    },
    hrefOf: (suffix) => toHref(context, listPageAddress(inputs, suffix)),
  });
}

/** The picture of the list with its credit. */
function pictureOf(
  context: ViewContext,
  { language, picture }: ListInputs,
): ListPage['picture'] {
  if (picture === undefined) return undefined;
  const { info, alt, credit } = picture;
  const words = wordsOf(context, language);
  return {
    picture: asFirst(toPictureView(context, info, { alt, place: 'wide' })),
    credit: credit && {
      label: [{ text: words.picture.label + words.page.labelSeparator }],
      line: creditLine(credit, words, language),
      notes: notesOf(credit, words, language),
    },
  };
}

/** The articles of a page of the list. */
export function entriesOf(context: ViewContext, inputs: ListInputs): ListPage['entries'] {
  const idOf = entryIds(inputs);
  return inputs.part.items.map((brief, index) => ({
    ...entryOf(context, inputs, brief, index === 0),
    ...idOf(brief),
  }));
}

/** The newest page as rows of a front page and the other articles; undefined for a plain list. */
function composedOf(
  context: ViewContext,
  inputs: ListInputs,
): Required<Pick<ListPage, 'blocks' | 'entries'>> | undefined {
  const { part, section, isComposed, language } = inputs;
  if (!isComposed || part.suffix !== '') return undefined;
  const { blocks, rest } = composeList(part.items);
  const idOf = entryIds(inputs);
  return {
    blocks: toBlockViews(context, editionOf(context, { language }), blocks, {
      section,
      idOf,
    }),
    entries: rest.map((brief) => ({
      ...entryOf(context, inputs, brief, false),
      ...idOf(brief),
    })),
  };
}

function entryOf(
  context: ViewContext,
  { section, byAuthor }: ListInputs,
  brief: Brief,
  first: boolean,
): StoryEntry {
  const entry = toLargeEntry(context, brief, 'row', { first });
  const placed = section === undefined ? entry : withoutSection(entry);
  return byAuthor && brief.authors.length < 2 ? withoutAuthors(placed) : placed;
}

/** The ids of entries: the first of each day, or of each year, has one. */
function entryIds({ part, ids }: ListInputs): (brief: Brief) => { readonly id?: string } {
  const firsts = new Map<string, Brief>();
  const idOf = ({ date: { day } }: Brief) =>
    ids === 'days' ? dayId(day) : yearId(day.slice(0, 4));
  for (const brief of part.items) if (!firsts.has(idOf(brief))) firsts.set(idOf(brief), brief);
  return (brief) => (firsts.get(idOf(brief)) === brief ? { id: idOf(brief) } : {});
}

/** The id of the first entry of a year on a page: `2026` -> `ui-year-2026`. */
export function yearId(year: string): string {
  return `ui-year-${year}`;
}
